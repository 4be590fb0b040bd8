declare module 'compression' {
	import type { IncomingMessage, ServerResponse } from 'node:http';

	/** Encodes what is worth it, as the request accepts. */
	export default function compression(): (
		request: IncomingMessage,
		response: ServerResponse,
		next: () => void,
	) => void;
}
