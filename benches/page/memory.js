// Runs in the page before any script of its own: keeps hold of the memory of WebAssembly, which nothing else tells.
for (const name of ["instantiate", "instantiateStreaming"]) {
  const own = WebAssembly[name];
  WebAssembly[name] = async (...given) => {
    const made = await own(...given);
    const { memory } = (made.instance ?? made).exports;
    if (memory) globalThis.pageMemory ??= memory;
    return made;
  };
}
