import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { addresses } from '#app/addresses.ts';
import type { FrameData, PageData } from '#app/page-data.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { AsAtBanner, AsAtChoice } from './as-at.tsx';

interface PageFrameProps {
  /** Null when even the frame's own data could not be read. */
  frame: FrameData | null;
  page: Partial<PageData>;
  children: ReactNode;
}

/** Header, navigation, the page itself and footer. */
export function PageFrame({ frame, page, children }: PageFrameProps) {
  return (
    <>
      <a href="#main" className="govuk-skip-link">
        Skip to main content
      </a>
      <Header marking={frame?.marking ?? null} />
      <Navigation person={frame?.person ?? null} />
      <div className="govuk-width-container">
        {frame?.isDemonstration ? <DemonstrationBanner /> : null}
        {page.asAt && !page.asAt.isToday && frame ? <AsAtBanner day={page.asAt.day} /> : null}
        <main className="govuk-main-wrapper" id="main">
          {children}
        </main>
        {page.asAt && frame ? (
          <AsAtChoice asAt={page.asAt} start={frame.strategy.publishedOn} today={frame.today} />
        ) : null}
      </div>
      <Footer frame={frame} />
    </>
  );
}

function DemonstrationBanner() {
  return (
    <div className="govuk-phase-banner app-demonstration">
      <p className="govuk-phase-banner__content">
        <strong className="govuk-tag govuk-phase-banner__content__tag">Demonstration</strong>
        <span className="govuk-phase-banner__text">
          People, posts, returns and ratings are made up. The strategy, its milestones and their sources are real.
        </span>
      </p>
    </div>
  );
}

/** The marking stands first and last on the page, on screen and on paper. */
function Marking({ marking }: { marking: string | null }) {
  return marking === null ? null : <p className="app-marking">{marking}</p>;
}

function Header({ marking }: { marking: string | null }) {
  return (
    <header className="app-header">
      <Marking marking={marking} />
      <div className="govuk-width-container app-header__inside">
        <a className="app-header__link" href={addresses().overview()}>
          Strategy tracker
        </a>
        <SearchBox />
      </div>
    </header>
  );
}

function SearchBox() {
  return (
    <search className="app-header__search">
      <form method="get" action={addresses().search()} className="app-header__form">
        <label className="govuk-visually-hidden" htmlFor="site-search">
          Search this record
        </label>
        <input className="govuk-input app-header__box" id="site-search" name="q" type="search" />
        <button type="submit" className="app-header__button">
          Search
        </button>
      </form>
    </search>
  );
}

function Navigation({ person }: { person: FrameData['person'] }) {
  const { pathname } = useLocation();
  const to = useAddresses();
  const items = [
    { text: 'Overview', href: to.overview(), current: pathname === '/' },
    { text: 'Themes', href: to.themes(), current: pathname.startsWith(addresses().themes()) },
    { text: 'Milestones', href: to.milestones(), current: pathname.startsWith(addresses().milestones()) },
    { text: 'Quarters', href: to.quarters(), current: pathname.startsWith(addresses().quarters()) },
    ...(person ? [{ text: 'Returns', href: to.returns(), current: pathname.startsWith(to.returns()) }] : []),
  ];
  return (
    <section aria-label="Service information" className="govuk-service-navigation">
      <div className="govuk-width-container">
        <div className="govuk-service-navigation__container">
          <nav aria-label="Menu" className="govuk-service-navigation__wrapper app-navigation">
            <ul className="govuk-service-navigation__list" id="navigation">
              {items.map((item) => (
                <NavigationItem key={item.text} {...item} />
              ))}
              {person ? <PersonItems name={person.name} /> : <SignInItem />}
            </ul>
          </nav>
        </div>
      </div>
    </section>
  );
}

/** Who is signed in, leading to their account, and the way out. */
function PersonItems({ name }: { name: string }) {
  const { pathname } = useLocation();
  const to = useAddresses();
  const current = pathname === to.account();
  const active = current ? ' govuk-service-navigation__item--active' : '';
  return (
    <>
      <li className={`govuk-service-navigation__item app-navigation__person${active}`}>
        <a className="govuk-service-navigation__link" href={to.account()} aria-current={current ? 'true' : undefined}>
          {name}
          <span className="govuk-visually-hidden">, your account</span>
        </a>
      </li>
      <li className="govuk-service-navigation__item">
        <a className="govuk-service-navigation__link" href={to.signOut()}>
          Sign out<span className="govuk-visually-hidden"> {name}</span>
        </a>
      </li>
    </>
  );
}

function SignInItem() {
  const to = useAddresses();
  return (
    <li className="govuk-service-navigation__item app-navigation__person">
      <a className="govuk-service-navigation__link" href={to.signIn()}>
        Sign in
      </a>
    </li>
  );
}

function NavigationItem({ text, href, current }: { text: string; href: string; current: boolean }) {
  return (
    <li className={`govuk-service-navigation__item${current ? ' govuk-service-navigation__item--active' : ''}`}>
      <a className="govuk-service-navigation__link" href={href} aria-current={current ? 'true' : undefined}>
        {current ? <strong className="govuk-service-navigation__active-fallback">{text}</strong> : text}
      </a>
    </li>
  );
}

function Footer({ frame }: { frame: FrameData | null }) {
  const to = useAddresses();
  const links = [
    { text: 'Recommendations', href: to.recommendations() },
    { text: 'Indicators', href: to.indicators() },
    { text: 'Partnerships', href: to.partnerships() },
    { text: 'Organisations', href: to.organisations() },
    { text: 'Posts', href: to.posts() },
    { text: 'Events', href: to.events() },
    { text: 'Sources', href: to.sources() },
    { text: 'From memory', href: to.memory() },
    { text: 'Changes', href: to.changes() },
    ...(frame?.person?.seesPeople ? [{ text: 'People', href: to.people() }] : []),
    { text: 'About and method', href: to.about() },
    { text: 'Accessibility', href: to.accessibility() },
  ];
  return (
    <footer className="app-footer">
      <div className="govuk-width-container">
        <h2 className="govuk-visually-hidden">More of this record</h2>
        <ul className="app-footer__list">
          {links.map(({ text, href }) => (
            <li key={text}>
              <a className="govuk-link app-footer__link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
        <p className="govuk-body-s app-footer__words">
          {frame ? `${frame.strategy.name}. ` : ''}Stages are somebody’s reading of published sources and not a
          government rating; each page names its sources.
        </p>
      </div>
      <Marking marking={frame?.marking ?? null} />
    </footer>
  );
}
