// A forward proxy as a process of its own: tunnels by CONNECT to the hosts that it knows, and writes one line for each
// request, and for each that its client gave up. What it does is in the environment: FORWARD_HOSTS, FORWARD_LOGIN, FORWARD_STATUS.

import { createServer } from 'node:http';
import { connect } from 'node:net';

const { FORWARD_HOSTS = '{}', FORWARD_LOGIN = '', FORWARD_STATUS = '' } = process.env;
/** Only the proxy knows the addresses: each host and port of a request, with the port on loopback behind it. */
const ports = JSON.parse(FORWARD_HOSTS);

function refusalOf({ headers, url }) {
  const login = `Basic ${Buffer.from(FORWARD_LOGIN).toString('base64')}`;
  if (FORWARD_LOGIN !== '' && headers['proxy-authorization'] !== login) return 407;
  if (FORWARD_STATUS !== '') return Number(FORWARD_STATUS);
  return url in ports ? undefined : 502;
}

function log(line) {
  process.stdout.write(`${line}\n`);
}

const server = createServer((request, response) => {
  log(`${request.method} ${request.url} 501`);
  response.writeHead(501).end();
});
server.on('connect', (request, socket, head) => {
  socket.on('error', () => socket.destroy());
  const refused = refusalOf(request);
  log(`CONNECT ${request.url} ${refused ?? 200}`);
  if (refused === -1) {
    socket.resume().on('end', () => socket.destroy());
    socket.on('close', () => log('given up'));
    return;
  }
  if (refused !== undefined) {
    socket.end(`HTTP/1.1 ${refused} Refused\r\n\r\n<html>refused</html>`);
    return;
  }
  const upstream = connect(ports[request.url], '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    upstream.write(head);
    upstream.pipe(socket).pipe(upstream);
  });
  upstream.on('error', () => socket.destroy());
  socket.on('close', () => upstream.destroy());
});
server.listen(0, '127.0.0.1', () => log(`listening ${server.address().port}`));
