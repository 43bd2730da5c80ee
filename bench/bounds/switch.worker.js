self.onmessage = ({ data }) => {
  const column = new Float64Array(Math.ceil(data / 8));
  for (let i = 0; i < column.length; i++) column[i] = i;
  self.postMessage(column, [column.buffer]);
};
