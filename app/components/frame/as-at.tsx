import { useLocation, useSearchParams } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import type { AsAt } from '#app/domain/as-at.ts';
import { type Day, formatPartialDate } from '#app/domain/partial-date.ts';
import { endedQuarters, quarterLastDay, quarterOf } from '#app/domain/quarter.ts';

/** Says that the page shows an earlier day, and what that means. */
export function AsAtBanner({ day }: { day: Day }) {
  const { pathname } = useLocation();
  return (
    <section className="app-as-at" aria-label="Earlier day">
      <p className="govuk-body app-as-at__words">
        This shows <strong>{formatPartialDate(day)}</strong> using everything recorded since. For what was reported at
        the time, see the{' '}
        <a className="govuk-link" href={addresses().quarter(quarterOf(day))}>
          closed quarter
        </a>
        .{' '}
        <a className="govuk-link" href={pathname}>
          Back to today
        </a>
      </p>
    </section>
  );
}

interface AsAtChoiceProps {
  asAt: AsAt;
  start: Day;
  today: Day;
}

/** Two small forms at the foot of a page: any day, or the end of a quarter. The page's other choices are kept. */
export function AsAtChoice({ asAt, start, today }: AsAtChoiceProps) {
  const { pathname } = useLocation();
  const quarters = endedQuarters(start, today).reverse();
  return (
    <details className="govuk-details app-as-at-choice" open={!asAt.isToday}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">See this page as at another day</span>
      </summary>
      <div className="govuk-details__text">
        <form method="get" action={pathname} className="app-as-at-choice__form">
          <KeptChoices />
          <label className="govuk-label" htmlFor="as-at-day">
            Day, from {formatPartialDate(start)} to today
          </label>
          <input
            className="govuk-input app-as-at-choice__day"
            id="as-at-day"
            type="date"
            name="asAt"
            min={start}
            max={today}
            defaultValue={asAt.day}
          />
          <button type="submit" className="govuk-button govuk-button--secondary">
            Show this day
          </button>
        </form>
        <form method="get" action={pathname} className="app-as-at-choice__form">
          <KeptChoices />
          <label className="govuk-label" htmlFor="as-at-quarter">
            End of a quarter
          </label>
          <select className="govuk-select" id="as-at-quarter" name="asAt" defaultValue={asAt.day}>
            {quarters.map((quarter) => (
              <option key={quarter} value={quarterLastDay(quarter)}>
                {formatPartialDate(quarterLastDay(quarter))}
              </option>
            ))}
          </select>
          <button type="submit" className="govuk-button govuk-button--secondary">
            Show this quarter’s end
          </button>
        </form>
      </div>
    </details>
  );
}

/** What else the address says, such as filters, carried along by the form. */
function KeptChoices() {
  const [search] = useSearchParams();
  return (
    <>
      {[...search]
        .filter(([name]) => name !== 'asAt')
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
    </>
  );
}
