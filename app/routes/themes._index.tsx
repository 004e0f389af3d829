import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { StagesFigure } from '#app/components/figures/stages-figure.tsx';
import { countStages, stagesByTheme } from '#app/domain/overview/stage-counts.ts';
import type { ThemeView } from '#app/domain/record/record.ts';
import { recordOf } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { record, asAt } = await recordOf(request);
  const { themes, strategy, recommendations } = record;
  return { title: 'Themes', asAt, themes, strategy, stages: stagesByTheme(record), all: countStages(recommendations) };
}

/** The themes with their aims, each with its parts inside it, and where each stands. */
export default function ThemesPage() {
  const { themes, stages, all, asAt, strategy } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-xl">Themes</h1>
      <Themes themes={themes} parent={null} />
      <StagesFigure themes={stages} all={all} asAt={asAt.day} assessedBy={strategy.assessedBy} level={2} />
    </>
  );
}

interface ThemesProps {
  themes: readonly ThemeView[];
  /** The theme whose parts are listed; null for the outermost. */
  parent: string | null;
}

function Themes({ themes, parent }: ThemesProps) {
  const to = useAddresses();
  const listed = themes.filter((theme) => theme.parent === parent);
  if (listed.length === 0) return null;
  return (
    <ol className={parent === null ? 'govuk-list app-themes' : 'govuk-list app-themes__parts'}>
      {listed.map(({ code, name, aim, depth }) => {
        const Heading = `h${Math.min(2 + depth, 6)}` as 'h2';
        return (
          <li key={code} className="app-themes__item">
            <Heading className="govuk-heading-s app-themes__name">
              <a className="govuk-link" href={to.theme(code)}>
                {name}
              </a>
            </Heading>
            <p className="govuk-body">{aim}</p>
            <Themes themes={themes} parent={code} />
          </li>
        );
      })}
    </ol>
  );
}
