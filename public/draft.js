// Saves the form of a return by itself, a little after somebody stops typing. Without this the button does it.
(() => {
  const form = document.querySelector('form[data-save]');
  if (!(form instanceof HTMLFormElement)) return;
  const address = form.dataset.save ?? '';
  const words = [...form.querySelectorAll('.app-save__words')];
  const spoken = document.body.appendChild(document.createElement('div'));
  spoken.className = 'govuk-visually-hidden';
  spoken.setAttribute('role', 'status');

  for (const place of words) place.textContent += ' It is saved by itself while you type.';

  const PAUSE = 2000;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  /** @type {Promise<void> | null} */
  let saving = null;
  let isChanged = false;
  // Somebody else was faster, or the person may not write any more: only the button, which shows both, goes on.
  let isStopped = false;

  /** @param {string} text */
  function say(text) {
    for (const place of words) place.textContent = text;
    spoken.textContent = text;
  }

  /** @param {string} name @param {unknown} value */
  function carry(name, value) {
    const field = form instanceof HTMLFormElement ? form.elements.namedItem(name) : null;
    if (field instanceof HTMLInputElement && typeof value === 'string') field.value = value;
  }

  async function send() {
    isChanged = false;
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(/** @type {HTMLFormElement} */ (form))) body.append(name, String(value));
    try {
      // A browser lets go of what is under way when somebody leaves the page, but for up to 64 kB that it is told to keep.
      const keepalive = body.toString().length < 60_000;
      const response = await fetch(address, { method: 'POST', body, keepalive });
      // Where everything is closed to strangers, the answer after the end of a session is a page of words.
      const isPage = response.status === 403 && !/json/.test(response.headers.get('Content-Type') ?? '');
      const answer = isPage
        ? { words: 'Not saved. You are signed out. Sign in in another tab.' }
        : await response.json();
      say(answer.words ?? answer.message);
      carry('seen', answer.seen);
      carry('marks', answer.marks);
      isStopped = response.status === 409 || (response.status === 403 && !isPage);
      if (!response.ok) isChanged = true;
    } catch {
      isChanged = true;
      say('Not saved: the tracker could not be reached. It is tried again when you go on typing.');
    }
  }

  function save() {
    clearTimeout(waiting);
    if (!isChanged || isStopped || saving) return;
    saving = send().finally(() => {
      saving = null;
      if (isTypedMeanwhile) later();
      isTypedMeanwhile = false;
    });
  }

  let isTypedMeanwhile = false;
  function later() {
    isChanged = true;
    if (saving) isTypedMeanwhile = true;
    clearTimeout(waiting);
    waiting = setTimeout(save, PAUSE);
  }

  form.addEventListener('input', later);
  form.addEventListener('change', later);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && save());

  // What is on its way goes first: else the button would seem to come from somebody who had not seen it.
  form.addEventListener('submit', (event) => {
    clearTimeout(waiting);
    isChanged = false;
    isTypedMeanwhile = false;
    const button = event instanceof SubmitEvent ? event.submitter : null;
    if (!saving) return;
    event.preventDefault();
    saving.then(() => form.requestSubmit(button));
  });
})();
