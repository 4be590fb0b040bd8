/** Variants that are a kind of another one: what is said of Linux holds on Debian. A file of its own, as browsers load it. */
export const families: Readonly<Record<string, string>> = {
	debian: 'linux',
	fedora: 'linux',
	alpine: 'linux',
};
