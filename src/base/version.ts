/** The version of the package, by which a pool knows workers that do not belong to it. */
export const VERSION = '0.1.0';
