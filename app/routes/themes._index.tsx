import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { StagesFigure } from '#app/components/figures/stages-figure.tsx';
import { countStages, stagesByTheme } from '#app/domain/overview/stage-counts.ts';
import { recordOf } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { record, asAt } = await recordOf(request);
  const { themes, strategy, recommendations } = record;
  return { title: 'Themes', asAt, themes, strategy, stages: stagesByTheme(record), all: countStages(recommendations) };
}

/** The themes with their aims, and where each stands. */
export default function ThemesPage() {
  const { themes, stages, all, asAt, strategy } = useLoaderData<typeof loader>();
  const to = useAddresses();
  return (
    <>
      <h1 className="govuk-heading-xl">Themes</h1>
      <ol className="govuk-list app-themes">
        {themes.map((theme) => (
          <li key={theme.code} className="app-themes__item">
            <h2 className="govuk-heading-s app-themes__name">
              <a className="govuk-link" href={to.theme(theme.code)}>
                {theme.name}
              </a>
            </h2>
            <p className="govuk-body">{theme.aim}</p>
          </li>
        ))}
      </ol>
      <StagesFigure themes={stages} all={all} asAt={asAt.day} assessedBy={strategy.assessedBy} level={2} />
    </>
  );
}
