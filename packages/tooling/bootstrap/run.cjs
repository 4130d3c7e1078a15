// The door of `npm start` and `npm test`. Every Node can parse it, so that an old one gets a sentence, not a stack.
var needed = [20, 19];
var found = process.versions.node.split('.').map(Number);

if (found[0] < needed[0] || (found[0] === needed[0] && found[1] < needed[1])) {
  console.error(
    'Node ' +
      process.versions.node +
      ' 太旧：Stallcast 需要 Node 20.19 或更新版本，请到 https://nodejs.org 安装后重试。\n' +
      'Node ' +
      process.versions.node +
      ' is too old: Stallcast needs Node 20.19 or newer; install it from https://nodejs.org and try again.'
  );
  process.exit(1);
}

require('./load.cjs')(process.argv[2], process.argv.slice(3));
