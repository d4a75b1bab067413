using System.Globalization;
using HealthCode.Domain.Archives;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace HealthCode.Web.Printing.Forms;

/// <summary>销毁清册 — A4 record of the deletion: kinds, methods, counts and times, boxes of paper forms, manual tasks, space for two signatures and the
/// seal, and the office's digital signature as QR code and text. Contains no resident's name.</summary>
public sealed class DestructionList : IDisposable
{
    private const double Left = 20;
    private const double Right = 190;
    private const double LastLine = 275;
    private const double RowHeight = 7.4;
    private const double CodeSide = 40;

    private static readonly double[] Rows = [82, 28, 60];
    private static readonly double[] Boxes = [24, 50, 20, 28, 48];

    private readonly PdfDocument _document = Typography.Document("销毁清册");
    private XGraphics _page;
    private double _y;

    // Copies that the database engine cannot reach; null if there are none.
    private readonly string? _copiesElsewhere;

    private DestructionList(string? copiesElsewhere) => (_page, _copiesElsewhere) = (_document.Page(Paper.A4), copiesElsewhere);

    /// <summary>The record as PDF.</summary>
    /// <param name="record">A finished deletion.</param>
    /// <param name="boxes">All boxes of the office, destroyed or not.</param>
    /// <param name="copiesElsewhere">Copies that the database engine cannot reach; null if there are none.</param>
    /// <exception cref="ArgumentException">The deletion is not finished.</exception>
    public static byte[] Draw(DestructionRecord record, IReadOnlyList<PaperBox> boxes, string? copiesElsewhere = null)
    {
        if (record.FinishedAt is not { } finished)
        {
            throw new ArgumentException("the destruction is not finished", nameof(record));
        }

        using var list = new DestructionList(copiesElsewhere);
        Typography.Centred(list._page, "销毁清册", Paper.Points(Paper.A4.Width / 2), Paper.Points(28), 28, true);
        list._y = 40;
        list.Write($"{record.OfficeName}（{record.OfficeCode}）", 14);
        list.Write($"疫情解除日　{record.EndedOn.Chinese()}", 12);
        list.Write($"依据　{(record.Notice.Length > 0 ? record.Notice : "（登记时没有录入文号）")}", 12);
        list.Write($"销毁　{Moment(record.StartedAt)} 开始，{Moment(finished)} 完成", 12);
        list.Steps(record);
        list.PaperBoxes(boxes);
        list.ByHand(record);
        list.Signatures(record);
        list.Code(record);
        list._page.Dispose();
        return list._document.Bytes();
    }

    public void Dispose()
    {
        _page.Dispose();
        _document.Dispose();
    }

    private static string Moment(DateTimeOffset at)
    {
        var local = BeijingTime.At(at);
        return $"{DateOnly.FromDateTime(local.DateTime).Chinese()} {local.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}";
    }

    private void Steps(DestructionRecord record)
    {
        Heading("一、电脑里的资料和文件");
        Row(Rows, ["种类", "数量", "方式"], true);
        foreach (var step in record.Steps)
        {
            Row(Rows, [step.Kind, $"{step.Count} {step.Unit}", step.Code == DestructionRecord.ByHand ? "没有删掉，见三" : step.How], false);
        }

        Write(_copiesElsewhere is null ? "删除以后整理了数据库，没有留下空页和日志。" : "删除以后重写了数据库的每个表，没有留下删掉的行。数据库在别处的副本程序够不着，见三。", 10.5);
        Write($"审计　{record.AuditHead}", 10.5);
    }

    private void PaperBoxes(IReadOnlyList<PaperBox> boxes)
    {
        Heading("二、纸质材料");
        if (boxes.Count == 0)
        {
            Write("没有登记纸质材料。另有纸质材料的，请写明箱数、份数和销毁方式：", 11);
            Write("　", 11);
            return;
        }

        Row(Boxes, ["箱号", "内容", "份数", "销毁", "监销人"], true);
        foreach (var box in boxes)
        {
            Row(Boxes, [box.Number, box.Content, box.Copies.ToString(CultureInfo.InvariantCulture), box.DestroyedOn is { } on ? $"{on.Month}月{on.Day}日{box.Disposal!.Value.ChineseName()}" : "还没有", $"{box.FirstWitness}　{box.SecondWitness}".Trim()], false);
        }

        Write($"共 {boxes.Count} 箱 {boxes.Sum(box => box.Copies)} 份，已销毁 {boxes.Count(box => box.DestroyedOn is not null)} 箱。", 11);
    }

    private void ByHand(DestructionRecord record)
    {
        Heading("三、要手工销毁的（做完打勾）");
        Write("□ U 盘、移动硬盘上的备份　　　　个　　□ 另存在别的电脑上的备份　　　　份", 11);
        Write("□ 导出、打印出去的台账和名单　　　　份　　□ 发到关口的离线查验文件", 11);
        Write("□ 封着备份口令的信封，新的、旧的都算　　　　个", 11);
        Write($"备份里带着自己的密钥，有备份又有口令就打得开。{Moment(record.FinishedAt!.Value)}以前拷出去的备份，和那以前封的口令信封，两样都要毁掉；口令还要接着用的，先在“管理—备份”换一个。", 10.5);
        if (_copiesElsewhere is not null)
        {
            Write($"□ {_copiesElsewhere}", 11);
            Write("这些副本里申报表和名册的内容是加密的，密钥在最后一个村居销毁时一起销毁，从此打不开；查找用的姓名没有加密。请数据库管理员把销毁以前的都清掉。", 10.5);
        }

        foreach (var step in record.Steps.Where(step => step.Code == DestructionRecord.ByHand))
        {
            Write($"□ {step.Kind}　{step.Count} {step.Unit}，{step.How}", 10.5);
        }
    }

    private void Signatures(DestructionRecord record)
    {
        MakeRoom(42);
        _y += 6;
        Typography.Line(_page, "监销人（签字）：", Paper.Points(Left), Paper.Points(_y), 13);
        Typography.Line(_page, "监销人（签字）：", Paper.Points(Left), Paper.Points(_y + 16), 13);
        var name = record.OfficeName;
        var size = Typography.Fit(name, Paper.Points(85), 13, 8);
        Typography.Line(_page, name, Paper.Points(Right) - Typography.Width(name, size), Paper.Points(_y), size);
        Typography.Line(_page, "（盖章）　　年　　月　　日", Paper.Points(126), Paper.Points(_y + 16), 13);
        _y += 30;
    }

    private void Code(DestructionRecord record)
    {
        MakeRoom(CodeSide + 4);
        if (record.Signature.Length == 0)
        {
            Write("签发密钥打不开，本清册没有数字签名，以签字、盖章为准。", 10.5);
            return;
        }

        QrCode.Of(record.Signature).Draw(_page, Paper.Points(Left - 3), Paper.Points(_y), Paper.Points(CodeSide));
        var (x, y) = (Left + CodeSide + 2, _y + 6);
        Typography.Line(_page, "数字签名（村居签发密钥，签的是“清册原文”，不含纸质材料）", Paper.Points(x), Paper.Points(y), 10);
        foreach (var group in record.Signature.Chunk(25))
        {
            y += 5.2;
            Typography.Line(_page, string.Join(' ', group.Chunk(5).Select(part => new string(part))), Paper.Points(x), Paper.Points(y), 11);
        }

        Typography.Line(_page, "怎样验证，见程序的“疫情解除”页和说明。", Paper.Points(x), Paper.Points(y + 6), 10);
        _y += CodeSide + 4;
    }

    private void Heading(string text)
    {
        MakeRoom(3 * RowHeight);
        _y += 4;
        Write(text, 14, true);
    }

    private void Write(string text, double size, bool strong = false)
    {
        foreach (var line in Typography.Wrap(text, Paper.Points(Right - Left), size, strong))
        {
            MakeRoom(0);
            Typography.Line(_page, line, Paper.Points(Left), Paper.Points(_y), size, strong);
            _y += size * 0.52;
        }
    }

    private void Row(double[] widths, string[] cells, bool strong)
    {
        MakeRoom(RowHeight);
        var x = Left;
        for (var i = 0; i < widths.Length; i++)
        {
            _page.DrawRectangle(new XPen(XColors.Black, 0.5), Paper.Points(x), Paper.Points(_y - 5), Paper.Points(widths[i]), Paper.Points(RowHeight));
            var size = Typography.Fit(cells[i], Paper.Points(widths[i] - 3), 11, 6, strong);
            Typography.Line(_page, cells[i], Paper.Points(x + 1.5), Paper.Points(_y), size, strong);
            x += widths[i];
        }

        _y += RowHeight;
    }

    /// <summary>Starts a new page if the next content does not fit.</summary>
    private void MakeRoom(double height)
    {
        if (_y + height <= LastLine)
        {
            return;
        }

        _page.Dispose();
        _page = _document.Page(Paper.A4);
        Typography.Centred(_page, "销毁清册（续）", Paper.Points(Paper.A4.Width / 2), Paper.Points(20), 12);
        _y = 32;
    }
}
