// Libraries come as CommonJS modules, each within a function.
const process = { env: { NODE_ENV: 'production' } };
const modules = {};
const require = name => modules[name];
const define = (name, body) => {
  const module = { exports: {} };
  body(module, module.exports);
  modules[name] = module.exports;
};
