/**
 * Prints, as JSON, every expression that modules make with `new RegExp` while they load. Runs in a process of its own, as a
 * module loads once only.
 * @param argv the files, from the third on.
 */
export {};

const made: { readonly file: string; readonly source: string; readonly flags: string }[] = [];
const Plain = RegExp;
globalThis.RegExp = new Proxy(Plain, {
  construct(target, [pattern, flags]: [string | RegExp, string?]) {
    const expression = new target(pattern, flags);
    const file = /[\\/]src[\\/]([^?:)]+\.ts)/.exec(
      new Error().stack
        ?.split('\n')
        .find((line) => /[\\/]src[\\/]/.test(line) && !line.includes('node_modules')) ?? '',
    )?.[1];
    if (file !== undefined)
      made.push({ file: file.replaceAll('\\', '/'), source: expression.source, flags: expression.flags });
    return expression;
  },
});
for (const file of process.argv.slice(2)) await import(file);
process.stdout.write(JSON.stringify(made));
