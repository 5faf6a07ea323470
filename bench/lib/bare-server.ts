// A process of its own: what Node gives with no framework, no sign-in and no routes; the most that can be hoped for.
import { createServer } from 'node:http';

const body = Buffer.alloc(Number(process.argv[2]), 'kamerapunkt');

const server = createServer((request, reply) => {
  if (request.headers['if-none-match'] === '"same"') reply.writeHead(304, { etag: '"same"' }).end();
  else
    reply
      .writeHead(200, {
        'content-type': 'application/vnd.mapbox-vector-tile',
        'content-length': body.length,
        etag: '"same"',
      })
      .end(body);
}).listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` });
});
process.on('disconnect', () => server.close().closeAllConnections());
