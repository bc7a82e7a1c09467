// A voice service out of the package twilio-realtime-agents, which does what it is told on its
// standard input, one line of JSON each: {"do": METHOD, "with": [ARGUMENTS]}, carried out on the
// latest connection.
//
// Usage: node voice-service.mjs MODULES; prints `listening URL`, `connected N` for each connection
// and `N TYPE JSON` for each frame of the client.
import { createRequire } from 'node:module';
import readline from 'node:readline';

const [modules] = process.argv.slice(2);
const require = createRequire(modules + '/');
const { FakeOpenAIServer } = require('twilio-realtime-agents/testing');

const server = await FakeOpenAIServer.start();
server.wss.on('connection', (socket) => {
  const number = server.connections.length;
  console.log('connected', number, server.latest.upgradeHeaders.authorization);
  socket.on('message', (raw) => {
    const frame = JSON.parse(raw.toString());
    if (frame.type !== 'input_audio_buffer.append') console.log(number, frame.type, raw.toString());
  });
  socket.on('close', (code) => console.log('closed', number, code));
});
readline.createInterface({ input: process.stdin }).on('line', (line) => {
  const order = JSON.parse(line);
  server.latest[order.do](...order.with);
});
console.log('listening', server.url);
