import { readFileSync } from 'node:fs';

const TEXT = `stallcast                      启动中继 start the relay（npm start 也一样 does the same）
stallcast --lan                局域网内的手机可以连接，并打印二维码 let phones on the local network in, and print a QR code
stallcast send <source> <file> 把一个 JSON 文件当作店铺消息发送（演示）send a JSON file as a shop's webhook, marked as a test
stallcast links                再次显示链接 show the links again
stallcast keys [add|revoke]    手机的钥匙：查看、发放、收回 the keys of phones: list, give, take back
stallcast stall add <name>     新建摊位 make a further stall
stallcast audit > file.jsonl   导出全部操作和店铺消息，每行一条 export every command and shop message, one a line
stallcast restore <file>       用备份的数据库恢复（先停止中继）put a copy of the database back (stop the relay first)
stallcast lint-theme <my.css>  检查自己的主题（变量名、对比度）check a theme of your own: names and contrast

选项 Flags（环境变量 environment: STALLCAST_…）
  --port 7788  --host 127.0.0.1  --data <folder>  --stall orchard  --example 0|1
  --view-key <key>  --deck-key <key>  --secret-<source> <secret>
  --origins https://shop.example   可以发指令的其他网站 further origins that may send commands
  --hosts stall.example            中继的其他域名 further names that the relay answers to
  --rate 500                       每个地址每秒最多的指令和店铺消息 commands and shop messages a second from one address
主动取单 pull from a shop（只用环境变量 environment only）: STALLCAST_PULL_WOOCOMMERCE=https://shop.example + _KEY + _SECRET,
  STALLCAST_PULL_SHOPIFY=shop.myshopify.com + _TOKEN (or _KEY + _SECRET), STALLCAST_PULL_SECONDS=15
send: --real  --keep-times  --room <room>  --topic <topic>  --url <address>  --secret <secret>
`;

/** Prints how the command line is used, or the version. */
export function help(args: readonly string[]): void {
  const wantsVersion = args.some((arg) => arg === '-v' || arg === '--version');
  process.stdout.write(wantsVersion ? `${version()}\n` : TEXT);
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return (manifest as { version: string }).version;
}
