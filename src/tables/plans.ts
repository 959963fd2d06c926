/** Which tables a result has, and which columns each: one line a table. */

/** One table of a result. */
export interface TablePlan {
  /**
   * Where its rows are in the result: `meetings`, `sessions.meetings`; several with `+`; `.` for the result itself.
   */
  readonly at: string;
  readonly zh: string;
  readonly en: string;
  /**
   * Fields in their order: `path`, `path=header` where the header is another than the last part of the path, `path#` for
   * the number of items, `path@programme.kind` for a code with labels, `path~` for the id of somebody with a name, `^path` for a
   * field of what holds the row.
   */
  readonly columns: string;
}

/** A kind of result: what it is known by, and its tables. */
export interface ResultPlan {
  /** Fields that tell it from all others; of a list those of its items. */
  readonly keys: string;
  readonly tables: readonly TablePlan[];
}

const table = (at: string, zh: string, en: string, columns: string): TablePlan => ({ at, zh, en, columns });
const plan = (keys: string, ...tables: TablePlan[]): ResultPlan => ({ keys, tables });

const LIBRARY =
  'code name=chain advancedManufacturing=advanced achievements# demands# matchedDemands#=demandsMatched unmatchedDemands#=demandsUnmatched unservedAchievements#=achievementsUnserved units#';
const CHALLENGERS =
  'rank name score readiness eligibility@challenge.eligibility coverage# isPreferred unitKinds regionCodes=region';
const FIGURES = 'demands answered gap achievements wanted';
const CONVERSION =
  'name count.local count.elsewhere count.unknown count.total count.rate amount.total=amount amount.rate=amountRate';
const ENTERED =
  'mined entered.recommended entered.contacted entered.negotiating entered.signed entered.failed amount';
const RANKED = 'rank name organization professionalTitle score recordIds reason';
const MEETINGS = '^theme.name=theme slotId table demander~ supplier~ value pairId';

/** Every kind of result, the ones with more particular keys first. */
export const RESULT_PLANS: readonly ResultPlan[] = [
  plan(
    'basis chains regions pairs total',
    table('chains', '产业链供需', 'supply and demand by chain', `code nameZh|nameEn=chain ${FIGURES}`),
    table('regions', '各地供需', 'supply and demand by region', `key=code .=region ${FIGURES}`),
    table('pairs', '产业链对接', 'pairs of chains', 'demandChain supplyChain answering matches'),
  ),
  plan(
    'kind code value from to',
    table('.', '得分的各部分', 'parts of a score', '.=part value=adds to=sum clause'),
  ),
  plan('rows withoutChain total', table('rows+withoutChain+total', '产业链项目库', 'chain library', LIBRARY)),
  plan(
    'challengeId units ineligible',
    table('units', '揭榜单位', 'units', CHALLENGERS),
    table('ineligible', '不合资格的单位', 'ineligible units', CHALLENGERS),
  ),
  plan(
    'orders served',
    table('orders', '订单研发', 'orders', 'demandId best.id=best best.score units.name=unitNames reason'),
  ),
  plan(
    'lists others',
    table(
      'lists',
      '链主关注清单',
      'watch lists',
      'leaderId=leader profile.name=name broker byChain.code=chains withheld',
    ),
  ),
  plan(
    'matches counts',
    table('matches', '各类资源', 'resources', 'rank id kind@resources.kind score reason'),
    table('counts', '各类数量', 'counts by kind', 'kind@resources.kind listed missing'),
  ),
  plan(
    'recordId outcomes status',
    table('.', '创新券', 'vouchers', 'recordId status@resources.status ruleId reason'),
  ),
  plan(
    'profiles namesakes',
    table(
      'profiles',
      '专家画像',
      'expert profiles',
      'name organization keywords regionCode=region recordIds',
    ),
  ),
  plan(
    'pinned alternates links',
    table('pinned', '点名专家', 'named experts', RANKED),
    table('alternates', '备选专家', 'alternates', RANKED),
    table('links', '所点的名', 'names', 'text name status@experts.status candidates#'),
  ),
  plan(
    'sessions waiting',
    table(
      'sessions',
      '专场',
      'sessions',
      'venueId theme.name=theme theme.demandIds#=demands pairs# meetings# value',
    ),
    table('sessions.meetings', '洽谈安排', 'meetings', `^venueId ${MEETINGS}`),
    table(
      'sessions.unplaced',
      '未排上的',
      'without a place',
      '^venueId ^theme.name=theme pairId reason@sessions.unplaced value',
    ),
    table('sessions.uninvited', '未邀约的', 'not invited', '^venueId demandId reason@sessions.uninvited'),
    table('waiting', '待排的专题', 'waiting themes', 'name=theme demandIds'),
  ),
  plan(
    'meetings unplaced',
    table('meetings', '洽谈安排', 'meetings', 'slotId table demander~ supplier~ value pairId'),
    table('unplaced', '未排上的', 'without a place', 'pairId reason@sessions.unplaced value'),
  ),
  plan(
    'presentations unpresented',
    table('presentations', '路演', 'roadshow', 'slotId supplyId supplier~ audience# value'),
    table('unpresented', '未上台的', 'not presented', 'supplyId reason@sessions.unpresented'),
  ),
  plan('themes closed', table('themes', '专题', 'themes', 'name=theme chains phrases demandIds')),
  plan(
    'pairs uninvited',
    table('pairs', '邀约', 'invitations', 'demandId supplyId value chains reason'),
    table('uninvited', '未邀约的', 'not invited', 'demandId reason@sessions.uninvited'),
  ),
  plan(
    'trips unvisited',
    table('trips.routes.stops', '专家企业行', 'visits', '^day ^district ^expert~ firm~ pairIds=pairId value'),
    table('unvisited', '未走访的', 'not visited', 'expert~ firm~ reason@sessions.unvisited value'),
  ),
  plan(
    'assignments unassigned loads',
    table('assignments', '分派', 'assignments', 'pairId brokerId=broker value reason'),
    table('unassigned', '未分派的', 'unassigned', 'pairId reason@brokers.unassigned suitable'),
    table('loads', '工作量', 'loads', 'brokerId=broker before after capacity'),
  ),
  plan(
    'brokers chains total',
    table('brokers', '技术经理人业绩', 'performance of brokers', `key=broker ${ENTERED}`),
    table('chains', '各产业链业绩', 'performance by chain', `key=chain ${ENTERED}`),
  ),
  plan(
    'clusters outliers',
    table(
      'clusters',
      '共性需求',
      'shared demands',
      'label members# firms.name=firms phrases.phrase=phrases representativeId supply.id=achievements',
    ),
    table('outliers', '未成组的', 'outliers', 'demandId reason@pooled.outlier'),
  ),
  plan(
    'clarity elements questions',
    table(
      'elements',
      '需求要素',
      'elements',
      'element@clarity.element state@clarity.state weight evidence.text=evidence',
    ),
    table('questions', '追问', 'questions', 'element@clarity.element text=question gain'),
    table('terms', '可补充的词', 'terms to add', 'term sharedBy question'),
  ),
  plan(
    'demandId basis question',
    table('.', '可能的需求', 'likely demands', 'demandId title organization score reason question'),
  ),
  plan(
    'profiles seen',
    table('profiles.alerts', '提醒', 'alerts', '^profileId kind@alerts.kind recordId queryId score reason'),
  ),
  plan(
    'rings home',
    table('rings.matches', '由近及远', 'from near to far', '^ring@region.ring rank id score reason'),
    table('rings', '各范围', 'rings', 'ring@region.ring ranked matches#'),
  ),
  plan(
    'kept offices',
    table(
      'offices.demands',
      '上报的需求',
      'escalated demands',
      '^office.name=office demandId title found.ring@region.ring=ring found.id=found found.score reason',
    ),
    table('kept', '就地解决的需求', 'kept demands', 'office.name=office demandId best.id=best best.score'),
  ),
  plan(
    'counties years definition',
    table('units', '各单位就地转化', 'local conversion by unit', CONVERSION),
    table('counties', '各区县就地转化', 'local conversion by county', CONVERSION),
    table('years', '各年就地转化', 'local conversion by year', CONVERSION),
  ),
  plan(
    'demandId supplyId maturity outcome',
    table(
      '.',
      '中试安排',
      'routes',
      'demandId supplyId maturity.status@maturity.status outcome@maturity.outcome maturity.step.name=step reason',
    ),
  ),
  plan(
    'demandId matches',
    table(
      'matches',
      '早期匹配',
      'early matches',
      '^demandId id title score maturity.status@maturity.status maturity.step.name=step reason',
    ),
  ),
  plan(
    'changes snapshot',
    table(
      'changes',
      '台账变动',
      'changes',
      'register@registers.register kind@registers.change id title fields.field=fields',
    ),
  ),
  plan(
    'supplyClass target missing',
    table(
      '.',
      '各类成果',
      'classes',
      'name=supplyClass register@registers.register target count=total share missing',
    ),
  ),
  plan(
    'supplyClass cells records',
    table('.', '政策', 'policies', 'name=supplyClass records#=achievements cells.policies=policies'),
  ),
  plan('groups unique compared', table('groups', '重复记录', 'duplicates', 'recordIds links#')),
  plan(
    'canonicalId decidedBy fields',
    table('.', '合并', 'merged records', 'canonicalId decidedBy@deduplication.criterion recordIds'),
    table(
      'fields',
      '合并的字段',
      'merged fields',
      '^canonicalId field agreement@deduplication.agreement chosen.text=chosen chosen.source=source',
    ),
  ),
  plan(
    'recordId lastDay state',
    table('.', '有效期', 'validity', 'recordId lastDay daysLeft state@deduplication.expiry'),
  ),
  plan(
    'demandId supplyId parts conflicts',
    table(
      '.',
      '合作条件',
      'terms of cooperation',
      'demandId supplyId score status@compatibility.status isNearMiss advice',
    ),
    table(
      'parts',
      '合作条件各方面',
      'terms one by one',
      '^demandId ^supplyId component@compatibility.component status@compatibility.status reason advice',
    ),
  ),
];
