import { createServer } from 'node:http';
import { ports } from './ports.ts';

/*
 * Analytics for the tests, on an origin of their own: a script that stores a cookie and an entry of the local storage,
 * and reports a visit.
 */

const script = `
	const { dataset, src } = document.currentScript;
	document.cookie = '_counter_id=1; path=/; max-age=3600';
	localStorage.setItem('counter-visit', '1');
	fetch(new URL('/visit?site=' + dataset.site, src), { method: 'POST' });
`;

createServer((request, response) => {
	const isScript = request.url === '/counter.js';
	response.writeHead(isScript ? 200 : 204, {
		'content-type': 'text/javascript',
		'access-control-allow-origin': '*',
	});
	response.end(isScript ? script : undefined);
}).listen(ports.counter, '127.0.0.1');
