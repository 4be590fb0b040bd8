/** The first of the ports, where another run of the tests on this machine holds the usual ones. */
const first = Number(process.env['TEST_PORT'] ?? 4390);

/** Of the servers that the browser tests start. */
export const ports = {
	site: first,
	analyticsSite: first + 1,
	counter: first + 2,
	nestedSite: first + 3,
} as const;
