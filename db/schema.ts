import type { Selectable } from 'kysely';
import type { ChangeTable } from './tables/change.ts';
import type { DemonstrationTable } from './tables/demonstration.ts';
import type { EarlierRowTable } from './tables/earlier-row.ts';
import type { EventRecommendationTable, EventTable } from './tables/event.ts';
import type { FindingTable, FindingThemeTable } from './tables/finding.ts';
import type { ImportTable } from './tables/import.ts';
import type { IndicatorTable, ObservationTable } from './tables/indicator.ts';
import type { MilestoneRevisionTable, MilestoneTable } from './tables/milestone.ts';
import type { MilestoneFactTable } from './tables/milestone-fact.ts';
import type { AssessmentTable, ClearanceTable, SteerDoneTable, SteerTable } from './tables/office-words.ts';
import type { OrganisationTable } from './tables/organisation.ts';
import type { OrganisationSuccessionTable } from './tables/organisation-succession.ts';
import type {
  PartnershipMemberTable,
  PartnershipRevisionTable,
  PartnershipStrandTable,
  PartnershipTable,
  PartnershipThemeTable,
} from './tables/partnership.ts';
import type { PartnershipHealthTable, PartnershipHealthWordsTable } from './tables/partnership-health.ts';
import type {
  FailedSignInTable,
  PersonRoleTable,
  PersonTable,
  RemovedNameTable,
  SessionTable,
  WelcomeLinkTable,
} from './tables/person.ts';
import type { MilestonePositionTable, RecommendationPositionTable } from './tables/position.ts';
import type { OwnershipTable, PostHolderTable, PostTable } from './tables/post.ts';
import type { QuarterTable } from './tables/quarter.ts';
import type { PublicationTable, QuarterFileTable, QuarterVersionTable } from './tables/quarter-version.ts';
import type {
  CommissionTable,
  QuarterlyReturnTable,
  ReturnCommentTable,
  ReturnConfirmationTable,
  ReturnDraftTable,
  ReturnExtensionTable,
  ReturnRevisionTable,
  ReturnStatementTable,
} from './tables/quarterly-return.ts';
import type { RecommendationRevisionTable, RecommendationTable } from './tables/recommendation.ts';
import type { ResponsibilityTable } from './tables/responsibility.ts';
import type { SourceTable } from './tables/source.ts';
import type { StageJudgementTable } from './tables/stage-judgement.ts';
import type { StrategyTable } from './tables/strategy.ts';
import type { ThemeTable } from './tables/theme.ts';

/** Every table, under its name in code. In SQLite the same names are written in snake case. */
export interface Database {
  change: ChangeTable;
  strategy: StrategyTable;
  theme: ThemeTable;
  source: SourceTable;
  organisation: OrganisationTable;
  organisationSuccession: OrganisationSuccessionTable;
  recommendation: RecommendationTable;
  recommendationRevision: RecommendationRevisionTable;
  responsibility: ResponsibilityTable;
  stageJudgement: StageJudgementTable;
  milestone: MilestoneTable;
  milestoneRevision: MilestoneRevisionTable;
  milestoneFact: MilestoneFactTable;
  event: EventTable;
  eventRecommendation: EventRecommendationTable;
  indicator: IndicatorTable;
  observation: ObservationTable;
  partnership: PartnershipTable;
  partnershipRevision: PartnershipRevisionTable;
  partnershipMember: PartnershipMemberTable;
  partnershipTheme: PartnershipThemeTable;
  partnershipStrand: PartnershipStrandTable;
  partnershipHealth: PartnershipHealthTable;
  partnershipHealthWords: PartnershipHealthWordsTable;
  finding: FindingTable;
  findingTheme: FindingThemeTable;
  quarter: QuarterTable;
  quarterVersion: QuarterVersionTable;
  quarterFile: QuarterFileTable;
  publication: PublicationTable;
  milestonePosition: MilestonePositionTable;
  recommendationPosition: RecommendationPositionTable;
  commission: CommissionTable;
  quarterlyReturn: QuarterlyReturnTable;
  returnExtension: ReturnExtensionTable;
  returnDraft: ReturnDraftTable;
  returnRevision: ReturnRevisionTable;
  returnStatement: ReturnStatementTable;
  returnConfirmation: ReturnConfirmationTable;
  returnComment: ReturnCommentTable;
  assessment: AssessmentTable;
  clearance: ClearanceTable;
  steer: SteerTable;
  steerDone: SteerDoneTable;
  import: ImportTable;
  earlierRow: EarlierRowTable;
  demonstration: DemonstrationTable;
  person: PersonTable;
  personRole: PersonRoleTable;
  removedName: RemovedNameTable;
  failedSignIn: FailedSignInTable;
  post: PostTable;
  postHolder: PostHolderTable;
  ownership: OwnershipTable;
  session: SessionTable;
  welcomeLink: WelcomeLinkTable;
}

export type MilestoneFact = Selectable<MilestoneFactTable>;
export type StageJudgement = Selectable<StageJudgementTable>;
export type Source = Selectable<SourceTable>;
