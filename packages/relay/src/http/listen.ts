import type { Server } from 'node:http';
import { Mishap } from '../mishap.js';

/** So many connections may wait to be taken: of those who come back at once, one that finds no room tries again a second later. */
const WAITING_CONNECTIONS = 4_096;

/** Listens at an address. Rejects with a `Mishap` for what the person at the terminal can put right. */
export async function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusedAddress(error, host, port)));
    server.listen({ host, port, backlog: WAITING_CONNECTIONS }, resolve);
  });
}

function refusedAddress(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new Mishap(
        `端口 ${port} 已被占用：请关掉占用它的程序（也许是另一个 Stallcast），或换一个端口，例如 --port ${port + 1}。`,
        `Port ${port} is taken: close the program that uses it (perhaps another Stallcast), or choose another, for example --port ${port + 1}.`,
      );
    case 'EACCES':
      return new Mishap(
        `没有权限使用端口 ${port}：请换一个 1024 以上的端口，例如 --port 7788。`,
        `Port ${port} may not be used: choose one above 1024, for example --port 7788.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Mishap(
        `本机没有地址 ${host}：请检查 STALLCAST_HOST，或用 --lan。`,
        `This machine has no address ${host}: check STALLCAST_HOST, or use --lan.`,
      );
    default:
      return error;
  }
}
