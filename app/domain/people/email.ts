/** An address as it is stored and compared: without spaces around it, in lower case. */
export function comparableEmail(email: string): string {
  return email.trim().toLowerCase();
}
