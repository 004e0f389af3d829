import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { migrations } from '#db/migrations/index.ts';

/** The rules of docs/architecture.md, held by reading the sources. Each failure names the file and what is wrong in it. */

const SOURCES = ['app', 'db', 'seeds'].flatMap(filesUnder).concat('server.ts').filter(isCode).map(parse);

interface Import {
  /** The file that imports, from the root of the repository. */
  file: string;
  /** A file from the root of the repository, or a package as it is written. */
  of: string;
  /** Nothing of it is left when the program runs. */
  typeOnly: boolean;
}

interface Rule {
  name: string;
  /** The files that the rule is about. */
  files: RegExp;
  breaks: (imported: Import) => boolean;
  /** What the rule must catch: a file and what it imports. */
  example: [string, string];
}

const KYSELY = /^kysely$/;
const DRIVER = /^better-sqlite3$/;
const REMIX = /^@remix-run\//;
const REACT = /^(react|react-dom|recharts)(\/|$)/;
const SERVER_FILE = /\.server\.tsx?$/;
const TABLES = /^db\/(tables\/|schema\.ts$)/;

const is =
  (...patterns: RegExp[]) =>
  ({ of }: Pick<Import, 'of'>) =>
    patterns.some((pattern) => pattern.test(of));

const RULES: Rule[] = [
  {
    name: 'a route asks the domain: it imports no query, no Kysely, no driver, and only types of tables',
    files: /^app\/routes\//,
    breaks: (imported) =>
      is(KYSELY, DRIVER, /^seeds\//)(imported) ||
      (is(/^db\//)(imported) && !(is(TABLES)(imported) && imported.typeOnly)),
    example: ['app/routes/themes._index.tsx', 'db/queries/list-themes.ts'],
  },
  {
    name: 'a component draws what it is given: of server files it knows types, of the database the tables',
    files: /^app\/components\//,
    breaks: (imported) =>
      is(KYSELY, DRIVER, /^zod$/, /^seeds\//, /^app\/(routes|documents)\//)(imported) ||
      (is(SERVER_FILE)(imported) && !imported.typeOnly) ||
      (is(/^db\//)(imported) && !is(TABLES)(imported)),
    example: ['app/components/record/event-list.tsx', 'app/domain/record/events.server.ts'],
  },
  {
    name: 'a pure domain file knows no server file, schema, database, Remix or React',
    files: /^app\/domain\/(?!.*\.server\.ts$)/,
    breaks: (imported) =>
      is(SERVER_FILE, KYSELY, DRIVER, /^zod$/, REMIX, REACT, /^node:/, /^seeds\//)(imported) ||
      (is(/^db\//)(imported) && !is(TABLES)(imported)) ||
      is(/^app\/(?!domain\/)/)(imported),
    example: ['app/domain/quarter.ts', 'zod'],
  },
  {
    name: 'a domain server file is handed the database: it opens none and knows no Remix, React or page',
    files: /^app\/domain\/.*\.server\.ts$/,
    breaks: (imported) =>
      is(DRIVER, REMIX, REACT, /^seeds\//, /^db\/migrat/)(imported) ||
      (is(KYSELY)(imported) && !imported.typeOnly) ||
      is(/^app\/(?!domain\/)/)(imported),
    example: ['app/domain/search/search.server.ts', 'app/db.server.ts'],
  },
  {
    name: 'a file writer turns rows into bytes: it knows no database and no page',
    files: /^app\/(documents|imports)\//,
    breaks: is(/^db\//, /^seeds\//, /^app\/(routes|components)\//, SERVER_FILE, KYSELY, DRIVER, REMIX),
    example: ['app/documents/csv.ts', 'db/schema.ts'],
  },
  {
    name: 'the database folder knows nothing of the site',
    files: /^db\//,
    breaks: is(/^app\//, /^seeds\//, REMIX, REACT, /^zod$/),
    example: ['db/queries/list-themes.ts', 'app/domain/quarter.ts'],
  },
  {
    name: 'one file knows the driver',
    files: /^(?!db\/client\.server\.ts$)/,
    breaks: is(DRIVER),
    example: ['db/migrate.server.ts', 'better-sqlite3'],
  },
  {
    name: 'the loader knows no page, no component and no test',
    files: /^seeds\//,
    breaks: is(/^app\/(routes|components|documents)\//, /^tests\//, REMIX, REACT, DRIVER),
    example: ['seeds/load.ts', 'tests/helpers/recorder.ts'],
  },
  {
    name: 'the program never imports a test',
    files: /./,
    breaks: is(/^tests\//, /^vitest/),
    example: ['server.ts', 'tests/helpers/build.ts'],
  },
];

describe('who may import whom', () => {
  const imports = SOURCES.flatMap(importsOf);

  test.each(RULES)('$name', ({ files, breaks }) => {
    const broken = imports.filter((imported) => files.test(imported.file) && breaks(imported));
    expect(broken.map(({ file, of }) => `${file} imports ${of}`)).toEqual([]);
  });

  test.each(RULES)('would be noticed: $name', ({ files, breaks, example: [file, of] }) => {
    expect(files.test(file) && breaks({ file, of, typeOnly: false })).toBe(true);
  });

  test('imports are read from every folder, in each of their forms', () => {
    const [source] = [
      parseText('app/domain/x.ts', "import type { A } from '#db/b.ts'; export * from './y.ts'; import('z');"),
    ];
    expect(source && importsOf(source)).toEqual([
      { file: 'app/domain/x.ts', of: 'db/b.ts', typeOnly: true },
      { file: 'app/domain/x.ts', of: 'app/domain/y.ts', typeOnly: false },
      { file: 'app/domain/x.ts', of: 'z', typeOnly: false },
    ]);
    const missing = imports.filter(({ of }) => /^(app|db|seeds)\//.test(of) && /\.tsx?$/.test(of));
    expect(missing.map(({ of }) => of).filter((file) => !SOURCES.some((each) => each.fileName === file))).toEqual([]);
  });
});

describe('how the code reads', () => {
  /** A migration is frozen once it has run somewhere, so it is not split afterwards. */
  const FROZEN = /^db\/migrations\/\d/;
  const MOST_LINES = 280;

  test(`no file has more than ${MOST_LINES} lines`, () => {
    const long = ['app', 'db', 'seeds']
      .flatMap(filesUnder)
      .filter((file) => /\.(tsx?|scss)$/.test(file) && !FROZEN.test(file))
      .map((file) => ({ file, lines: read(file).trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > MOST_LINES);
    expect(long.map(({ file, lines }) => `${file} has ${lines} lines`)).toEqual([]);
  });

  test('every value has a type: nothing is “any”', () => {
    const loose = SOURCES.flatMap((source) =>
      nodesOf(source)
        .filter((node) => node.kind === ts.SyntaxKind.AnyKeyword)
        .map((node) => place(source, node)),
    );
    expect(loose).toEqual([]);
  });

  test('every public function outside pages and components says what goes in and out', () => {
    const silent = SOURCES.filter(({ fileName }) =>
      /^(app\/(domain|documents|http)|db\/(?!migrations)|seeds)/.test(fileName),
    )
      .flatMap((source) => source.statements.filter(isPublicFunction).map((statement) => ({ source, statement })))
      .filter(({ statement }) => ts.getJSDocCommentsAndTags(statement).length === 0);
    expect(silent.map(({ source, statement }) => place(source, statement))).toEqual([]);
  });

  test('addresses of the site are built in app/addresses.ts alone', () => {
    const ours = new RegExp(`^/(${firstWordsOfRoutes().join('|')})([/?#.]|$)`);
    const built = SOURCES.filter(({ fileName }) => /^app\//.test(fileName) && fileName !== 'app/addresses.ts').flatMap(
      (source) =>
        nodesOf(source)
          .filter((node) => (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) && ours.test(node.text))
          .map((node) => `${place(source, node)} writes ${node.getText(source)}`),
    );
    expect(ours.test('/milestones/DAT-1.3')).toBe(true);
    expect(built).toEqual([]);
  });

  test('every migration is in the list, in the order of its number', () => {
    const files = filesUnder('db/migrations').filter((file) => !file.endsWith('/index.ts'));
    expect(Object.keys(migrations)).toEqual(files.map((file) => file.replace(/^.*\/|\.ts$/g, '')).sort());
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function isCode(file: string): boolean {
  return /\.tsx?$/.test(file);
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}

function parse(file: string): ts.SourceFile {
  return parseText(file, read(file));
}

function parseText(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
}

function nodesOf(node: ts.Node): ts.Node[] {
  return [node, ...node.getChildren().flatMap(nodesOf)];
}

/** Where to look: the file and the line. */
function place(source: ts.SourceFile, node: ts.Node): string {
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
}

function importsOf(source: ts.SourceFile): Import[] {
  return nodesOf(source).flatMap((node) => {
    const specifier = specifierOf(node);
    if (!specifier || !ts.isStringLiteral(specifier)) return [];
    return [{ file: source.fileName, of: fileOrPackage(source.fileName, specifier.text), typeOnly: isTypeOnly(node) }];
  });
}

function specifierOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return node.arguments[0];
  return undefined;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  if (!ts.isImportDeclaration(node) || !node.importClause) return false;
  const { isTypeOnly: whole, name, namedBindings } = node.importClause;
  if (whole) return true;
  return (
    !name && !!namedBindings && ts.isNamedImports(namedBindings) && namedBindings.elements.every((e) => e.isTypeOnly)
  );
}

/** `#db/schema.ts` and `../schema.ts` become `db/schema.ts`; a package stays as it is written. */
function fileOrPackage(file: string, specifier: string): string {
  if (specifier.startsWith('#')) return specifier.slice(1);
  return specifier.startsWith('.') ? join(dirname(file), specifier) : specifier;
}

function isPublicFunction(statement: ts.Statement): boolean {
  const isExported = ts.canHaveModifiers(statement)
    ? ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    : false;
  return !!isExported && (ts.isFunctionDeclaration(statement) || isArrowConstant(statement));
}

function isArrowConstant(statement: ts.Statement): boolean {
  return (
    ts.isVariableStatement(statement) &&
    statement.declarationList.declarations.some(({ initializer }) => initializer && ts.isArrowFunction(initializer))
  );
}

/** `milestones`, `figures`, …: how the addresses of the site begin, from the names of the route files. */
function firstWordsOfRoutes(): string[] {
  const words = readdirSync('app/routes').map((file) => /^[a-z-]+/.exec(file)?.[0]);
  return [...new Set(words)].filter((word) => word !== undefined);
}
