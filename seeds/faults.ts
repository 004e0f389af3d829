import { type Fault, faultInWords } from '#app/domain/fault.ts';

/** The folder was refused whole; the message lists every fault. */
export class StrategyFaultsError extends Error {
  override name = 'StrategyFaultsError';
  constructor(
    readonly folder: string,
    readonly faults: Fault[],
  ) {
    const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
    super(`${folder} was not loaded: ${count}. Nothing was changed.\n${faults.map(faultInWords).join('\n')}`);
  }
}
