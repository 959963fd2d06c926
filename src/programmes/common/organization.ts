import { normalize } from '../../core/terms/normalize.ts';

type Maybe<T> = T | null | undefined;

/** The name of an organisation given by name or with its particulars; nothing for an empty one. */
export function nameOf(organization: Maybe<string | { readonly name: string }>): string | undefined {
  const name = typeof organization === 'string' ? organization : organization?.name;
  return name === undefined || name.trim() === '' ? undefined : name.trim();
}

/** Legal forms at the end of a name, which records write or leave out. */
const LEGAL_FORM = /(?:集团)?(?:股份)?(?:有限责任|有限)?公司$|集团$/;

/**
 * The key under which spellings of one organisation meet: width, case and space folded, brackets and the legal form
 * left out. 沈阳××（集团）有限公司 and 沈阳××集团 give the same.
 */
export function organizationKey(name: string): string {
  const text = normalize(name).text.replace(/[\s()（）·.,，、"'“”]/g, '');
  const bare = text.replace(LEGAL_FORM, '');
  return bare === '' ? text : bare;
}

/** The organisation that a record belongs to: its key and its name as written; nothing where it names none. */
export function organizationOf(record: {
  readonly organization?: Maybe<string | { readonly name: string }>;
}): { readonly key: string; readonly name: string } | undefined {
  const name = nameOf(record.organization);
  return name === undefined ? undefined : { key: organizationKey(name), name };
}
