import { readWorkbook } from 'cuohe/xlsx';
import { describe, expect, test } from 'vitest';
import { encodeGb18030 } from '../io/helpers.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = async (text: string) => readWorkbook(utf8(text));

describe('a page that is saved as .xls', () => {
  test('gives the rows of its table', async () => {
    const page = `\uFEFF<!DOCTYPE html><html><head><title>a<b</title><style>td { mso: '<td>' }</style></head><body>
      <!-- <td>无</td> --><TABLE border=1><thead><tr><th>编号</th><th>名称 </th></tr></thead>
      <tr><td>001<td style='x:y'>涂层&nbsp;A&lt;B<br/>第二&#34892;</td></tr>
      <tr style="display:none"><td></td><td>A &amp; B &constructor; 5<6</td></table></body></html>`;
    expect(await read(page)).toEqual([
      {
        name: 'Sheet1',
        rows: [
          ['编号', '名称'],
          ['001', '涂层 A<B\n第二行'],
          ['', 'A & B &constructor; 5<6'],
        ],
        hiddenRows: [2],
      },
    ]);
  });

  test('keeps cells that span several in their places', async () => {
    const page =
      '<table><tr><td rowspan="2">a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr><tr><td>e</td></tr></table>';
    expect(await read(page)).toEqual([
      {
        name: 'Sheet1',
        rows: [['a', 'b'], ['', 'c', 'd'], ['e']],
        merges: [
          { top: 0, left: 0, bottom: 1, right: 0 },
          { top: 0, left: 1, bottom: 0, right: 2 },
        ],
      },
    ]);
  });

  test('puts its tables one below the other, and a table in a cell into the cell', async () => {
    const inner = '<table><tr><td>x</td><td>y</td></tr><tr><td>z</td></tr></table>';
    const page = `<html><table><tr><td>a</td></tr></table><p>甲</p><table><tr><td>b${inner}</td><td>c</td></tr></table>`;
    expect((await read(page))[0]!.rows).toEqual([['a'], ['b\nx y\nz', 'c']]);
  });

  test('is read in GB18030, and from XHTML', async () => {
    expect(
      (await readWorkbook(encodeGb18030('<table><tr><td>热障涂层制备</td></tr></table>')))[0]!.rows,
    ).toEqual([['热障涂层制备']]);
    const page =
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><table><tr><td/><td>a</td></tr></table></html>';
    expect((await read(page))[0]!.rows).toEqual([['', 'a']]);
  });

  test('is read in time that grows as the page does, whatever is left open', async () => {
    const open = [
      '<td a="',
      "<td '",
      '<!--',
      '<![CDATA[',
      '<script>',
      '&amp',
      '<table>',
      '<tr><td rowspan=9>',
      '<',
    ];
    for (const part of open) {
      const page = `<table><tr><td>a</td></tr>${part.repeat(100_000)}`;
      expect((await read(page))[0]!.rows[0]![0]).toBe('a');
    }
  });

  test('has limits', async () => {
    const wide = `<table><tr>${'<td colspan=1000>a</td>'.repeat(20)}</tr></table>`;
    await expect(read(wide)).rejects.toThrow('more than 16384 columns');
    const spans = `<table><tr>${'<td rowspan=65534 colspan=1000></td>'.repeat(9)}</tr>${'<tr><td></td></tr>'.repeat(5000)}</table>`;
    await expect(read(spans)).rejects.toThrow('maxCells');
    await expect(readWorkbook(utf8('<table><tr><td>a</td></tr></table>'), { maxBytes: 9 })).rejects.toThrow(
      'maxBytes',
    );
  });
});

describe('a workbook of Excel 2003 in XML', () => {
  const workbook = (content: string) =>
    `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style></Styles>${content}</Workbook>`;
  const data = (type: string, text: string) => `<Data ss:Type="${type}">${text}</Data>`;

  test('gives its sheets', async () => {
    const first = `<Worksheet ss:Name="甲"><Table>
      <Row><Cell ss:MergeAcross="1" ss:MergeDown="1">${data('String', '001')}</Cell><Cell>${data('Number', '9.12026E9')}</Cell></Row>
      <Row ss:Hidden="1"><Cell ss:Index="4">${data('Error', '#N/A')}</Cell><Cell>${data('Boolean', '1')}</Cell></Row>
      <Row ss:Index="5"><Cell ss:StyleID="p">${data('Number', '0.65')}</Cell><Cell ss:StyleID="d">${data('DateTime', '2024-01-01T00:00:00.000')}</Cell><Cell/>
      <Cell ss:StyleID="d">${data('DateTime', '2024-01-01T08:30:00.000')}</Cell><Cell>${data('String', 'a&#10;&lt;b')}</Cell></Row></Table></Worksheet>`;
    const second = `<Worksheet ss:Name="乙"><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions><Table/></Worksheet>`;
    expect(await read(workbook(first + second))).toEqual([
      {
        name: '甲',
        rows: [
          ['001', '', '9120260000'],
          ['', '', '', '', 'TRUE'],
          [],
          [],
          ['65%', '2024-01-01', '', '2024-01-01 08:30', 'a\n<b'],
        ],
        merges: [{ top: 0, left: 0, bottom: 1, right: 1 }],
        hiddenRows: [1],
        doubts: [{ row: 1, column: 3, code: 'error' }],
      },
      { name: '乙', hidden: true, rows: [] },
    ]);
  });

  test('is refused without a sheet, and with more cells than are allowed', async () => {
    await expect(read(workbook(''))).rejects.toThrow('without a sheet');
    const sheet = `<Worksheet ss:Name="甲"><Table><Row ss:Index="100"><Cell ss:Index="9">${data('String', 'a')}</Cell></Row></Table></Worksheet>`;
    expect(await readWorkbook(utf8(workbook(sheet + sheet)), { maxCells: 1800 })).toHaveLength(2);
    await expect(readWorkbook(utf8(workbook(sheet + sheet)), { maxCells: 1799 })).rejects.toThrow('maxCells');
  });
});

describe('a text table that is saved as .xlsx', () => {
  test('gives its rows', async () => {
    expect(await read('编号,名称\r\n001,"a,b"')).toEqual([
      {
        name: 'Sheet1',
        rows: [
          ['编号', '名称'],
          ['001', 'a,b'],
        ],
      },
    ]);
  });

  test('has no more cells than are allowed', async () => {
    await expect(readWorkbook(utf8('a,b\nc,d'), { maxCells: 3 })).rejects.toThrow('maxCells');
  });
});
