self.onmessage = async ({ data }) => {
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream("gzip"));
  const plain = await new Response(stream).arrayBuffer();
  self.postMessage(plain, [plain]);
};
