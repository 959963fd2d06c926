import { fingerprint } from '../../base/hash.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { chainCode, chainNames } from '../records/named.ts';
import type { Taxonomy } from '../records/taxonomy.ts';
import type { MatchRecord } from '../records/types.ts';
import type { AnalyzedField } from '../terms/analyzer.ts';
import { type FieldSpan, spanOf } from '../terms/span.ts';
import { besideWordsIn } from './beside-words.ts';
import { collectorOf, type Evidence } from './evidence.ts';
import { type IpcEvidence, ipcReader } from './ipc-evidence.ts';
import { CAPS, CHAIN_MODEL, type ChainModel, POINTS } from './model.ts';
import { type ChainProfiles, type ProfileScores, profilesOf } from './profiles.ts';

/** An industry chain that a record belongs to. */
export interface ChainTag {
  readonly code: string;
  /** In (0, 1]: the estimated probability that a reader would give this tag; 1 or as given for tags of the host. */
  readonly confidence: number;
  /** True when the host gave the tag with the record. */
  readonly given: boolean;
  /**
   * What speaks for the chain, strongest first: words, and symbols of the IPC (`field` is then `ipc[0]`); empty only for
   * tags of the host that nothing speaks for.
   */
  readonly evidence: readonly FieldSpan[];
}

/** Tags records with chains of one taxonomy. */
export interface ChainTagger {
  readonly taxonomy: Taxonomy;
  readonly fingerprint: string;
  /**
   * Tags by confidence, then taxonomy order, horizontal chains behind application chains; several, one or none.
   */
  tag(record: MatchRecord, fields: readonly AnalyzedField[]): ChainTag[];
}

/** Units of the first field that stand in for a missing title. */
const LEAD = 60;
const MAX_EVIDENCE = 8;
/** Strength of a part of the IPC from which on a symbol settles its chain, as a settling word does. */
const STRONG = 2;
/** Points that the best chain has at least when shares are formed, so that a lone hint is no full share. */
const LEAST_TOP = 0.5;

/** Builds a tagger from what the lexicon's words say about chains. */
export function createChainTagger(
  taxonomy: Taxonomy,
  lexicon: Lexicon,
  model: ChainModel = CHAIN_MODEL,
): ChainTagger {
  const codes = taxonomy.chains.map((chain) => chain.code);
  const isHorizontal = taxonomy.chains.map((chain) => chain.horizontal === true);
  const names = chainNames(taxonomy);
  const readIpc = ipcReader(taxonomy);
  const collector = collectorOf(lexicon, model);
  let profiles: ChainProfiles | undefined;

  /** Ranked tags from the texts and the symbols. */
  const tagFreely = (
    fields: readonly AnalyzedField[],
    found: ReadonlyMap<string, Evidence>,
    ipc: ReadonlyMap<number, IpcEvidence>,
  ): ChainTag[] => {
    const lead = leadOf(fields, lexicon);
    profiles ??= profilesOf(lexicon, codes);
    const resemblance = profiles.compare(lead.text);
    const applied = codes.some(
      (code, i) => !isHorizontal[i] && (found.get(code)?.points ?? 0) >= POINTS.strong,
    );
    // A horizontal chain serves the application chain that the text names.
    const points = codes.map((code, i) => {
      const own = found.get(code)?.points ?? 0;
      return applied && isHorizontal[i] ? own * model.horizontalFactor : own;
    });
    const top = Math.max(LEAST_TOP, ...points);
    const confidences = codes.map((code, i) =>
      withIpc(logOddsOf(found.get(code), points[i]! / top, lead, resemblance, i, model), ipc.get(i), model),
    );
    const least = Math.max(model.minConfidence, Math.max(...confidences) * model.minShare);
    const kept = [...codes.keys()]
      // A tag that no word and no symbol speaks for could not be explained.
      .filter((i) => confidences[i]! >= least && (found.has(codes[i]!) || ipc.has(i)))
      // Sorting is stable: equal confidences keep the order of the taxonomy.
      .sort((a, b) => confidences[b]! - confidences[a]!)
      .slice(0, model.maxTags);
    return [...kept.filter((i) => !isHorizontal[i]), ...kept.filter((i) => isHorizontal[i])].map((i) => ({
      code: codes[i]!,
      confidence: confidences[i]!,
      given: false,
      evidence: strongest(found.get(codes[i]!), ipc.get(i)),
    }));
  };

  return {
    taxonomy,
    fingerprint: `chains/3:${fingerprint(JSON.stringify([model, taxonomy]))}:${lexicon.fingerprint}`,
    tag(record, fields) {
      if (codes.length === 0) return [];
      const found = collector.collect(fields);
      const ipc = readIpc(record.ipc ?? []);
      if (record.chains === undefined)
        return found.size === 0 && ipc.size === 0 ? [] : tagFreely(fields, found, ipc);
      // A host may name a chain in place of its code; what the taxonomy does not know stays as it is.
      const given = new Map(
        record.chains.map((chain) => [chainCode(chain.code, names) ?? chain.code, chain]),
      );
      return [...given].map(([code, { confidence }]) => ({
        code,
        confidence: confidence ?? 1,
        given: true,
        evidence: strongest(found.get(code), ipc.get(codes.indexOf(code))),
      }));
    },
  };
}

/** The sum under the exponent of the logistic model, on what the texts say for one chain. */
function logOddsOf(
  evidence: Evidence | undefined,
  share: number,
  { beside, length }: Lead,
  resemblance: ProfileScores,
  chain: number,
  model: ChainModel,
): number {
  const { hints = 0, strong = 0, settling = 0, longestSettling = 0, heads = 0 } = evidence ?? {};
  const sum =
    model.intercept +
    model.hints * Math.min(CAPS.hints, hints) +
    model.strong * Math.min(CAPS.strong, strong) +
    model.settling * Math.min(CAPS.settling, settling) +
    model.heads * Math.min(CAPS.heads, heads) +
    model.share * share +
    model.beside * Math.min(CAPS.beside, beside) +
    (resemblance.known
      ? model.profileOdds * resemblance.logOdds[chain]! +
        model.profileShare * resemblance.shares[chain]! +
        model.profileNone * resemblance.noneShare
      : model.profileUnknown);
  // By its definition a settling word settles the chain of a text that says little else, whatever its characters resemble.
  const isSettled =
    settling >= 1 && share === 1 && beside === 0 && longestSettling >= model.settlingPart * length;
  return isSettled ? Math.max(sum, model.settled) : sum;
}

/** The confidence from the log odds of the texts, raised by what symbols of the IPC say; nothing lowers it. */
function withIpc(logOdds: number, ipc: IpcEvidence | undefined, model: ChainModel): number {
  const raised = logOdds + model.ipc * (ipc?.strength ?? 0);
  const above = (ipc?.strength ?? 0) - STRONG;
  const sum = above < 0 ? raised : Math.max(raised, model.settled + model.ipcSettled * above);
  return 1 / (1 + Math.exp(-sum));
}

/** The title, or the first words of a record without one. */
interface Lead {
  /** Its technical characters. */
  readonly text: string;
  /** Its words that speak beside a chain. */
  readonly beside: number;
  /** Its units. */
  readonly length: number;
}

function leadOf(fields: readonly AnalyzedField[], lexicon: Lexicon): Lead {
  const title = fields.find(({ field, normalized }) => field.field === 'title' && normalized.text !== '');
  const text = title?.normalized.text ?? fields[0]?.normalized.text.slice(0, LEAD) ?? '';
  let technical = '';
  let at = 0;
  for (const { word, start, end } of lexicon.finder.segmentField(text)) {
    if (!lexicon.generic.has(word)) continue;
    // A line break keeps the neighbours of a generic word apart.
    technical += `${text.slice(at, start)}\n`;
    at = end;
  }
  return {
    text: technical + text.slice(at),
    beside: besideWordsIn(text),
    length: text.length,
  };
}

function strongest(evidence: Evidence | undefined, ipc: IpcEvidence | undefined): FieldSpan[] {
  if (evidence === undefined && ipc === undefined) return [];
  return [...(evidence?.places ?? []), ...(ipc?.spans ?? [])]
    .sort((a, b) => b.points - a.points)
    .slice(0, MAX_EVIDENCE)
    .map((one) => ('span' in one ? one.span : spanOf(one.field, one.start, one.end)));
}
