import { PbfWriter } from 'pbf';

/**
 * A small OpenStreetMap extract in PBF: a header and blocks of nodes, each node a street lamp. Uncompressed, as the
 * format allows.
 */
export function lampsAsPbf(blocks: number, nodesPerBlock: number): Buffer {
  const header = new PbfWriter();
  header.writeStringField(4, 'OsmSchema-V0.6');
  const parts = [fileBlock('OSMHeader', header.finish())];
  for (let block = 0; block < blocks; block += 1)
    parts.push(fileBlock('OSMData', lamps(block * nodesPerBlock + 1, nodesPerBlock)));
  return Buffer.concat(parts);
}

function fileBlock(type: string, content: Uint8Array): Buffer {
  const blob = new PbfWriter();
  blob.writeBytesField(1, content);
  const body = blob.finish();
  const header = new PbfWriter();
  header.writeStringField(1, type);
  header.writeVarintField(3, body.length);
  const head = header.finish();
  const size = Buffer.alloc(4);
  size.writeUInt32BE(head.length);
  return Buffer.concat([size, head, body]);
}

function lamps(firstId: number, count: number): Uint8Array {
  const block = new PbfWriter();
  block.writeMessage(
    1,
    (words: readonly string[], table) => {
      for (const word of words) table.writeBytesField(1, Buffer.from(word));
    },
    ['', 'highway', 'street_lamp'],
  );
  block.writeMessage(
    2,
    (_, group) => {
      for (let index = 0; index < count; index += 1) {
        group.writeMessage(
          1,
          (id: number, node) => {
            node.writeSVarintField(1, id);
            node.writePackedVarint(2, [1]);
            node.writePackedVarint(3, [2]);
            // In units of 100 nanodegrees.
            node.writeSVarintField(8, 590_000_000 + id * 100);
            node.writeSVarintField(9, 150_000_000 + id * 100);
          },
          firstId + index,
        );
      }
    },
    null,
  );
  return block.finish();
}
