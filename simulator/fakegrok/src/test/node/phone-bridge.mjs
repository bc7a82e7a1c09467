// A phone line answered by the package twilio-realtime-agents, which talks to a Grok service.
// Webhooks and upgrades without a right signature are refused, by Twilio's own library.
//
// Usage: node phone-bridge.mjs MODULES GROK_URL AUTH_TOKEN; prints `listening PORT`, then events.
import { createRequire } from 'node:module';
import http from 'node:http';

const [modules, grok, authToken] = process.argv.slice(2);
const require = createRequire(modules + '/');
const { Agent, TwilioRealtimeBridge, connectStreamTwiml, tool } = require('twilio-realtime-agents');
const { xaiRealtime } = require('twilio-realtime-agents/xai');
const { validateRequest } = require('twilio/lib/webhooks/webhooks');
const { WebSocketServer } = require('ws');
const z = require('zod');

const bridge = new TwilioRealtimeBridge({
  agent: new Agent({
    name: 'Receptionist',
    instructions: 'Answer for Northwind.',
    tools: [
      tool({
        name: 'find_order',
        description: 'Finds an order.',
        parameters: z.object({ order: z.string() }),
        execute: async ({ order }) => ({ order, state: 'shipped' }),
      }),
    ],
  }),
  provider: xaiRealtime({
    apiKey: 'test',
    baseUrl: grok,
    model: 'grok-voice-latest',
    vad: { type: 'server', silenceDurationMs: 200 },
  }),
});
bridge.on('session.started', (session) => {
  for (const event of ['user.speech.started', 'transcript.user', 'tool.completed', 'dtmf',
                       'playback.finished', 'playback.interrupted', 'call.ended', 'error']) {
    session.on(event, (detail) => console.log(event, JSON.stringify(detail) ?? ''));
  }
});

const server = http.createServer((request, response) => {
  let body = '';
  request.on('data', (piece) => (body += piece));
  request.on('end', () => {
    const form = Object.fromEntries(new URLSearchParams(body));
    const signature = request.headers['x-twilio-signature'] ?? '';
    if (!validateRequest(authToken, signature, address('http') + request.url, form)) {
      console.log('unsigned webhook');
      response.writeHead(403).end();
    } else if (request.url === '/voice') {
      const twiml = connectStreamTwiml({ wsUrl: address('ws') + '/media' });
      response.writeHead(200, { 'Content-Type': 'text/xml' }).end(twiml);
    } else {
      response.writeHead(404).end();
    }
  });
});
const sockets = new WebSocketServer({ noServer: true });
server.on('upgrade', (request, socket, head) => {
  const signature = request.headers['x-twilio-signature'] ?? '';
  if (!validateRequest(authToken, signature, address('ws') + request.url, {})) {
    console.log('unsigned upgrade');
    socket.destroy();
    return;
  }
  sockets.handleUpgrade(request, socket, head, (ws) => bridge.handleConnection(ws, request));
});
server.listen(0, '127.0.0.1', () => console.log('listening', server.address().port));

function address(scheme) {
  return `${scheme}://127.0.0.1:${server.address().port}`;
}
