import { classNames } from '#app/components/govuk/class-names.ts';
import { Table } from '#app/components/govuk/table.tsx';
import { stagesTitle } from '#app/domain/figure-titles.ts';
import { type StageCounts, type ThemeStages, themesInWords } from '#app/domain/overview/stage-counts.ts';
import { type Day, formatPartialDate } from '#app/domain/partial-date.ts';
import { STAGE_ORDER, STAGE_WORDS } from '#app/domain/status-words.ts';
import { useAddresses } from '#app/use-addresses.ts';
import type { Stage } from '#db/tables/stage-judgement.ts';

interface StagesFigureProps {
  themes: ThemeStages[];
  all: StageCounts;
  asAt: Day;
  assessedBy: string;
  level?: 2 | 3;
}

/** Figure 0: recommendations by theme and stage, as a table. Every number leads to the list behind it. */
export function StagesFigure({ themes, all, asAt, assessedBy, level = 3 }: StagesFigureProps) {
  const to = useAddresses();
  const Heading = `h${level}` as const;
  const stages = STAGE_ORDER.filter((stage) => all.counts[stage] > 0);
  const columns = [
    'Theme',
    ...stages.map((stage) => STAGE_WORDS[stage].word),
    ...(all.notJudged ? ['Not judged'] : []),
    'All',
  ];
  return (
    <figure
      className={classNames('figure app-stages', themes.at(-1)?.crossCutting && 'app-stages--governance')}
      id="figure-0"
      aria-labelledby="figure-0-title"
    >
      <Heading className="govuk-heading-m figure__title" id="figure-0-title">
        <span className="figure__number">Figure 0</span> {stagesTitle(all)}
      </Heading>
      <p className="govuk-body-s figure__subtitle">
        Number of recommendations by theme and stage, {formatPartialDate(asAt)}.{themesInWords(themes)}
      </p>
      <Table
        caption="Recommendations by theme and stage"
        captionHidden
        firstCellIsHeader
        stackOnMobile
        columns={columns.map((heading, i) => ({ heading, numeric: i > 0 }))}
        rows={[
          ...themes.map((theme) => [
            <ThemeName key="theme" theme={theme} />,
            ...cells(theme, stages, all, (stage) => to.recommendations({ theme: theme.code, stage })),
          ]),
          ['All', ...cells(all, stages, all, (stage) => to.recommendations({ stage }))],
        ]}
      />
      <div className="govuk-body-s figure__footing">
        <p className="figure__download">
          <a className="govuk-link" href={to.figureCsv('stages-by-theme')}>
            Download figure 0 as CSV
          </a>
        </p>
        <p>
          Source: the judgements of the {assessedBy}. Each recommendation’s page gives the reason.{' '}
          <a className="govuk-link" href={to.about('stages')}>
            What the stages mean
          </a>
          . <span className="figure__as-at">As it stood on {formatPartialDate(asAt)}.</span>
        </p>
      </div>
    </figure>
  );
}

/** A part stands below its theme, set in, and says so to who cannot see that. */
function ThemeName({ theme: { code, name, partOf, depth } }: { theme: ThemeStages }) {
  const to = useAddresses();
  return (
    <span className={depth > 0 ? `app-part app-part--${Math.min(depth, 3)}` : undefined}>
      <a className="govuk-link" href={to.theme(code)}>
        {name}
      </a>
      {partOf ? <span className="govuk-visually-hidden">, part of {partOf}</span> : null}
    </span>
  );
}

function cells(row: StageCounts, stages: Stage[], all: StageCounts, href: (stage?: Stage) => string) {
  return [
    ...stages.map((stage) => <Count key={stage} n={row.counts[stage]} href={href(stage)} />),
    ...(all.notJudged ? [row.notJudged] : []),
    <Count key="all" n={row.total} href={href()} />,
  ];
}

/** A number that leads to the list behind it; nothing leads to an empty list. */
function Count({ n, href }: { n: number; href: string }) {
  if (n === 0) return <span className="app-zero">0</span>;
  return (
    <a className="govuk-link" href={href}>
      {n}
    </a>
  );
}
