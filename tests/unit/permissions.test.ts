import { describe, expect, test } from 'vitest';
import { type Act, actsOf, may, PERMISSIONS } from '#app/domain/people/permissions.ts';
import { ROLES } from '#db/tables/person.ts';
import { permissionsTable } from '../helpers/permissions-table.ts';

const ACTS = Object.keys(PERMISSIONS) as Act[];

const PAGE = `# Who may do what

Made from \`PERMISSIONS\` in [app/domain/people/permissions.ts](../app/domain/people/permissions.ts), which is what the program
itself asks. Do not write here: change that file, then run \`npx vitest run tests/unit/permissions.test.ts -u\`.

A role counts everywhere and is given on the page of people. A post counts for the recommendations that it answers for, and
gives its holder what its column says on top of their role. Reading what is published needs neither.

${permissionsTable()}
`;

test('docs/permissions.md says what the program does; if not, run this test with -u', async () => {
  await expect(PAGE).toMatchFileSnapshot('../../docs/permissions.md');
});

describe('roles are a ladder', () => {
  test('each may do all that the one before may, and something more', () => {
    for (const [place, role] of ROLES.entries()) {
      const before = ROLES[place - 1];
      if (!before) continue;
      expect(actsOf(role)).toEqual(expect.arrayContaining(actsOf(before)));
      expect(actsOf(role).length).toBeGreaterThan(actsOf(before).length);
    }
  });

  test('nobody who is signed out may do any of it, by whatever post', () => {
    for (const act of ACTS) expect([act, may(null, act, ['owner', 'deputy', 'contributor'])]).toEqual([act, false]);
  });

  test('a return is written by those whose post answers for it, whatever their role', () => {
    for (const role of ROLES) {
      expect(may({ role }, 'write return')).toBe(false);
      expect(may({ role }, 'write return', ['contributor'])).toBe(true);
      expect(may({ role }, 'submit return', ['contributor'])).toBe(false);
      expect(may({ role }, 'submit return', ['deputy'])).toBe(true);
    }
  });
});
