/** Texts that some reader of YAML 1.1 or 1.2 takes for something else when they stand plain, or changes when it reads them. */
// biome-ignore format: a table is easier to read than a column
export const NASTY: readonly string[] = [
  'yes', 'Yes', 'YES', 'no', 'NO', 'on', 'On', 'off', 'y', 'n', 'Y', 'N', 'true', 'False', 'null', 'Null', '~', '', ' ',
  '0755', '0o17', '1e3', '1E3', '1.5e3', '-1e3', '0x1F', '-0x1f', '0b1', '0b', '0_1', '1_000', '1.', '.5', '+1', '-1', '08', '1__0', '0', '-0',
  '12:30', '12:30:45', '190:20:30', '.inf', '-.inf', '+.INF', '.nan', '.NaN', 'inf', 'NaN', 'Infinity', '1.0', '1e', 'e1', '.e1', '-e1', 'E+10', 'e12345678', '.E-1_0', 'e', '-e', '1_', '_1',
  '2026-11-22', '2026-11-22T10:00:00Z', '2026-11-22 10:00:00', '2001-12-14t21:59:43.10-05:00', '10.0.0.0', '10.0.0.0/8', '1.25.3', '::1',
  '<<', '=', '*', '*a', '&', '&a', '!', '!!str', '%', '%YAML', '@', '@a', '`', '`a', '-', '- a', '-- a', '--- a', '---', '...', '-a', '--a',
  '?', '? a', '?a', ':', ': a', 'a:', 'a: b', 'a :b', 'a:b', 'a::', 'a: ', ',', ',a', '[', '[]', '{', '{}', ']', '}', '#', '# a', 'a #b', 'a#b', 'a # b', 'a:#b',
  '|', '|-', '|a', '>', '>a', "'", "'a'", "''", '"', '"a"', '""', 'it\'s "so"', '\\', 'a\\n', 'a\\', ' a', 'a ', 'a  b', '\t', '\ta', 'a\t', 'a\tb', 'a \t b',
  '\n', '\n\n', 'a\n', 'a\n\n', 'a\n\n\n', '\na', '\n\na\n', 'a\nb', 'a\nb\n', 'a \nb', 'a\n b', ' a\nb', '\n a\nb', '\ta\nb', 'a\n\tb', 'a\n ', ' \na',
  'a\r', 'a\rb', '\r\n', 'a\r\nb\r\n', 'a\n\n b\n\n', 'a: b\nc: d\n', '- a\n- b', '#!/bin/sh\necho # hi\n', '# a\n# b', '---\na\n', 'a\n---\nb\n', 'a\n...\nb', '%a\nb',
  '\u0085', 'a\u0085b', 'a\n\u0085b', '\u2028', 'a\u2029b', 'a\n\u2028b', '\ufeff', '\ufeffa', 'a\ufeff\nb', '\ufffd', '\ufffe', '\uffff', '\u00a0', 'a\u00a0\nb',
  '\u0000', '\u0001', '\u0007', '\u000b', '\u001b[0m', '\u007f', '\u0080', '\u009f', 'a\n\u0000', '\u0000\n', 'ü', 'größe', '日本語', '🚢', '👩‍🚀', 'a\n🚢\n', '\u202edlrow', '\u{10ffff}',
  '/', '/a', './a', '.a', '.dockerconfigjson', '$', '$(A)', '--flag=on', '-f', '--', '--1', 'a,b', 'a]', 'a}', 'f(x{y="z"}[5m]) > 0', 'a|b', 'a&b', "a'b", 'a"b', 'a!b',
  '10Gi', '0.5Gi', '250m', '1k', '1E', '5e', '1h30m', '30s', '50%', '1Gi ', '1ms', '0x', 'x'.repeat(5000), `${'y '.repeat(2000)}z`, `${'line\n'.repeat(500)}end`,
];
