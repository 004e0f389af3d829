import { describe, expect, test } from 'vitest';
import { chaseMessage, mailtoLink, type OwedReturn } from '#app/domain/commission/chase-message.ts';
import { proposalFor } from '#app/domain/commission/proposal.ts';
import { proposedDeadline } from '#app/domain/returns/deadline.server.ts';

describe('what is proposed for a quarter', () => {
  const proposed = (...args: Parameters<typeof proposalFor>) => proposalFor(...args).isProposed;
  const quarters = ['2026-27-Q1', '2026-27-Q2', '2026-27-Q3', '2026-27-Q4'];

  test('what reports every quarter, whatever its stage', () => {
    expect(quarters.every((quarter) => proposed('every quarter', 'delivered', quarter))).toBe(true);
  });

  test('what reports twice a year, in the quarters that end in September and March', () => {
    expect(quarters.filter((quarter) => proposed('twice a year', 'under way', quarter))).toEqual([
      '2026-27-Q2',
      '2026-27-Q4',
    ]);
  });

  test('neither what reports only when something changes nor what has finished', () => {
    expect(quarters.some((quarter) => proposed('only when something changes', 'under way', quarter))).toBe(false);
    expect(quarters.some((quarter) => proposed('finished', 'under way', quarter))).toBe(false);
  });

  test('by its stage, what the office has said nothing of', () => {
    const byStage = (stage: Parameters<typeof proposalFor>[1]) => proposed(null, stage, '2026-27-Q3');
    expect([byStage(null), byStage('under way'), byStage('partly delivered'), byStage('no public evidence')]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([byStage('delivered'), byStage('changed'), byStage('not delivered')]).toEqual([false, false, false]);
    expect(proposalFor(null, null, '2026-27-Q3').why).toBe('Stage: not assessed');
  });
});

describe('the deadline proposed', () => {
  test('is the quarter’s own while that is ahead, else ten working days from now', () => {
    expect(proposedDeadline('2026-27-Q3', '2026-11-23')).toBe('2027-01-15');
    expect(proposedDeadline('2026-27-Q2', '2026-10-13')).toBe('2026-10-14');
    expect(proposedDeadline('2026-27-Q2', '2026-10-14')).toBe('2026-10-28');
  });
});

describe('what is said to whoever owes returns', () => {
  const owed = (recommendation: string, fields: Partial<OwedReturn> = {}): OwedReturn => ({
    ...{ recommendation, title: 'Hubs & “registries”', state: 'not started', deadline: '2027-01-15' },
    ...{ address: `https://tracker.example/returns/2026-27-Q3/${recommendation}`, ...fields },
  });
  const about = { label: 'October to December 2026', today: '2026-11-23' };

  test('names each return, its deadline and its address', () => {
    const { subject, body } = chaseMessage([owed('DAT-1'), owed('DAT-5', { state: 'sent back' })], about);
    expect(subject).toBe('2 returns for October to December 2026: due 15 January 2027');
    expect(body).toContain('are due by the end of 15 January 2027');
    expect(body).toContain(
      'DAT-5: Hubs & “registries” (sent back with comments)\nhttps://tracker.example/returns/2026-27-Q3/DAT-5',
    );
  });

  test('says that a deadline has passed', () => {
    const late = chaseMessage([owed('DAT-1')], { ...about, today: '2027-01-16' });
    expect(late.body).toContain('were due by the end of 15 January 2027');
  });

  test('comes back whole from the link, whatever is in it', () => {
    const message = chaseMessage([owed('DAT-1')], about);
    const link = mailtoLink('o’brien+data@example.gov.uk', message, 'https://tracker.example/returns');
    expect(link).toMatch(/^mailto:o%E2%80%99brien%2Bdata@example\.gov\.uk\?subject=/);
    expect(link).not.toMatch(/[\s&](?!body=)/);
    const search = new URL(link).searchParams;
    expect(search.get('subject')).toBe(message.subject);
    expect(search.get('body')).toBe(message.body.replaceAll('\n', '\r\n'));
  });

  test('leads to the list in the place of each return when the link would be cut off', () => {
    const many = Array.from({ length: 30 }, (_, n) => owed(`DAT-${n + 1}`));
    const link = mailtoLink('a@example.gov.uk', chaseMessage(many, about), 'https://tracker.example/returns');
    expect(link.length).toBeLessThan(1_900);
    expect(new URL(link).searchParams.get('body')).toMatch(
      /2027\.\r\n\r\nThey are listed here: https:\/\/tracker\.example\/returns$/,
    );
  });
});
