/** Characters a password must have, and may have. Length counts for more than signs and capitals (NIST SP 800-63B). */
export const PASSWORD_LENGTH = { shortest: 12, longest: 200 };

/** What people choose first when twelve characters are asked for. */
const COMMON = new Set([
  '123456789012',
  '1234567890123',
  '12345678901234',
  '123456123456',
  'abcdefghijkl',
  'abcdefgh1234',
  'abc123abc123',
  'adminadminadmin',
  'administrator',
  'administrator1',
  'changemechangeme',
  'changeme1234',
  'correcthorsebatterystaple',
  'iloveyou1234',
  'lifesciences',
  'letmeinletmein',
  'passw0rd1234',
  'password1234',
  'password12345',
  'password123456',
  'passwordpassword',
  'qwerty123456',
  'qwertyqwerty',
  'qwertyuiop12',
  'qwertyuiop123',
  'qwertyuiopasdf',
  'strategytracker',
  'welcome12345',
  'welcomewelcome',
]);

/** Shorter names turn up in ordinary words. */
const SHORTEST_NAME = 4;

const plain = (text: string): string => text.toLowerCase().replaceAll(/\s/g, '');

/** What is wrong with a new password for that person, in words for the form; null when it will do. */
export function passwordProblem(password: string, person: { name: string; email: string }): string | null {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.shortest) return `Password must be ${PASSWORD_LENGTH.shortest} characters or more`;
  if (length > PASSWORD_LENGTH.longest) return `Password must be ${PASSWORD_LENGTH.longest} characters or fewer`;
  const chosen = plain(password);
  if (COMMON.has(chosen) || new Set(chosen).size < 4) return 'Choose a password that is harder to guess';
  if (namesOf(person).some((name) => chosen.includes(name))) {
    return 'Password must not contain your name or email address';
  }
  return null;
}

function namesOf({ name, email }: { name: string; email: string }): string[] {
  const [beforeAt = ''] = email.split('@');
  return [name, beforeAt].map(plain).filter((text) => text.length >= SHORTEST_NAME);
}
