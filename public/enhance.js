// What a page gains when scripts run: tooltips on figures, focus on the errors of a form, a wait that ends by itself.
// Nothing needs it.
(() => {
  document.documentElement.classList.add('js-enabled');

  const errors = document.querySelector('.govuk-error-summary');
  if (errors instanceof HTMLElement) {
    errors.tabIndex = -1;
    errors.focus();
  }

  // A page that waits for something looks again by itself.
  const waiting = document.querySelector('[data-reload-after]');
  if (waiting instanceof HTMLElement) {
    const { pathname, search } = window.location;
    setTimeout(() => window.location.replace(pathname + search), Number(waiting.dataset['reloadAfter']) * 1000);
  }

  const charts = [...document.querySelectorAll('.figure__chart')].filter((chart) => chart.querySelector('[data-tip]'));
  if (charts.length === 0) return;

  const tip = document.body.appendChild(document.createElement('div'));
  tip.className = 'figure__tip';
  tip.hidden = true;
  const spoken = document.body.appendChild(document.createElement('div'));
  spoken.className = 'govuk-visually-hidden';
  spoken.setAttribute('aria-live', 'polite');
  const hint = document.body.appendChild(document.createElement('p'));
  hint.id = 'figure-hint';
  hint.hidden = true;
  hint.textContent = 'Left and right arrow keys read the figure part by part. Escape closes.';

  /** @type {Element | null} */
  let shown = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let closing;

  /** Puts the tooltip against its mark, above or else below, so that the pointer can reach it; always on screen.
   * @param {Element} mark */
  function place(mark) {
    const [at, size] = [mark.getBoundingClientRect(), tip.getBoundingClientRect()];
    const [width, height] = [document.documentElement.clientWidth, window.innerHeight];
    const left = at.left + at.width / 2 - size.width / 2;
    const above = at.top - size.height;
    const top = above >= 8 || at.bottom + size.height > height ? above : at.bottom;
    tip.style.left = `${Math.max(8, Math.min(left, width - size.width - 8))}px`;
    tip.style.top = `${Math.max(8, Math.min(top, height - size.height - 8))}px`;
  }

  /** @param {Element} mark @param {boolean} aloud */
  function show(mark, aloud) {
    hide();
    shown = mark;
    mark.classList.add('figure__hit--on');
    const lines = (mark.getAttribute('data-tip') ?? '').split('|');
    tip.replaceChildren(...lines.map((line) => Object.assign(document.createElement('p'), { textContent: line })));
    tip.hidden = false;
    place(mark);
    if (aloud) spoken.textContent = lines.join('. ');
  }

  function hide() {
    clearTimeout(closing);
    shown?.classList.remove('figure__hit--on');
    shown = null;
    tip.hidden = true;
  }

  function hideSoon() {
    clearTimeout(closing);
    closing = setTimeout(hide, 200);
  }

  /** @param {Element} chart */
  function enhance(chart) {
    const hits = [...chart.querySelectorAll('.figure__hit[data-tip]')];
    // Marks carry a name for readers without scripts; beside our tooltip the browser's own would be a second one.
    for (const title of chart.querySelectorAll('g[role="img"] > title')) {
      title.parentElement?.setAttribute('aria-label', title.textContent ?? '');
      title.remove();
    }
    const title = chart.closest('figure')?.getAttribute('aria-labelledby');
    chart.setAttribute('tabindex', '0');
    chart.setAttribute('role', 'group');
    chart.setAttribute('aria-roledescription', 'chart');
    chart.setAttribute('aria-describedby', hint.id);
    if (title) chart.setAttribute('aria-labelledby', title);

    chart.addEventListener('pointerover', (event) => {
      const mark = event.target instanceof Element ? event.target.closest('[data-tip]') : null;
      if (mark && mark !== shown) show(mark, false);
      else if (mark) clearTimeout(closing);
      else hideSoon();
    });
    chart.addEventListener('pointerleave', hideSoon);
    chart.addEventListener('blur', hide);
    chart.addEventListener('keydown', (event) => {
      if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.altKey || event.metaKey) return;
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const now = shown ? hits.indexOf(shown) : -1;
      const next = now < 0 ? (step > 0 ? 0 : hits.length - 1) : Math.max(0, Math.min(hits.length - 1, now + step));
      const mark = hits[next];
      if (!mark) return;
      mark.scrollIntoView({ block: 'nearest' });
      show(mark, true);
    });
  }

  charts.forEach(enhance);
  tip.addEventListener('pointerenter', () => clearTimeout(closing));
  tip.addEventListener('pointerleave', hideSoon);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
  document.addEventListener('pointerdown', (event) => {
    if (event.target instanceof Element && !event.target.closest('[data-tip], .figure__tip')) hide();
  });
  window.addEventListener('scroll', () => shown && place(shown), { passive: true });
  window.addEventListener('resize', hide);

  // A printed page shows every table, also in browsers that print only what is open.
  const closed = () => document.querySelectorAll('.figure__details details:not([open])');
  /** @type {Element[]} */
  let opened = [];
  window.addEventListener('beforeprint', () => {
    opened = [...closed()];
    for (const details of opened) details.setAttribute('open', '');
  });
  window.addEventListener('afterprint', () => {
    for (const details of opened) details.removeAttribute('open');
  });
})();
