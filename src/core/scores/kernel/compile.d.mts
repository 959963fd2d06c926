/** The text of bytes.ts. */
export function compileKernel(): Promise<string>;
/** The text of kernel-bytes.ts of the encoder. */
export function compileEncoderKernel(): Promise<string>;
