// What may be changed in a decision: each mutant is one change of one file. A test that notices none of them tests nothing.
import ts from 'typescript';

const SWAPPED = new Map([
  ['===', '!=='], ['!==', '==='], ['<', '<='], ['<=', '<'], ['>', '>='], ['>=', '>'], ['&&', '||'], ['||', '&&'], ['+', '-'], ['-', '+'],
]);
const TURNED = new Map([['every', 'some'], ['some', 'every']]);

const BOTH = ['true', 'false'];

const operator = (node, text) =>
  ts.isBinaryExpression(node) && SWAPPED.has(text(node.operatorToken)) ? [[node.operatorToken, SWAPPED.get(text(node.operatorToken))]] : [];
/** `require(condition, rule)`: the rule is gone. */
const refusal = (node) => (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'require' ? [[node.arguments[0], 'true']] : []);
const choice = (node) => (ts.isConditionalExpression(node) ? BOTH.map((value) => [node.condition, value]) : []);
const branch = (node) => (ts.isIfStatement(node) ? BOTH.map((value) => [node.expression, value]) : []);
const negation = (node, text) => (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken ? [[node, `(${text(node.operand)})`]] : []);
const quantifier = (node) => (ts.isPropertyAccessExpression(node) && TURNED.has(node.name.text) ? [[node.name, TURNED.get(node.name.text)]] : []);
const filter = (node, text) =>
  ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'filter' ? [[node, text(node.expression.expression)]] : [];

/** Each gives what of a node it changes, and into what. */
const OPERATORS = { operator, refusal, choice, branch, negation, quantifier, filter };

/** Every mutant of a file: a range of its text, what stands there instead, and what that means. */
export function mutantsOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const textOf = (node) => node.getText(source);
  const mutants = [];
  const change = (meaning, changed, replacement) => {
    const start = changed.getStart(source);
    const { line, character } = source.getLineAndCharacterOfPosition(start);
    mutants.push({ file, line: line + 1, column: character + 1, start, end: changed.getEnd(), replacement, meaning, was: textOf(changed) });
  };
  const visit = (node) => {
    for (const [meaning, changesOf] of Object.entries(OPERATORS)) for (const [changed, replacement] of changesOf(node, textOf)) change(meaning, changed, replacement);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return mutants;
}
