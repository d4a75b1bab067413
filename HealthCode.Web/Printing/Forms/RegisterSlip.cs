using System.Globalization;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Forms;

/// <summary>登记单 — numbered slips of a register with the items of the province's paper, filled in by hand and keyed back; two on an A4 sheet where they fit, to be cut apart.</summary>
public static class RegisterSlip
{
    private const double Left = 15;
    private const double Width = 180;
    private const double LabelWidth = 72;
    private const double HeadHeight = 28;
    private const double FootHeight = 16;
    private const double RowHeight = 8.3;
    private const double LineHeight = 5.4;
    private const double LabelSize = 12;
    private const double AnswerSize = 13;
    private const double Half = 148.5;
    private const int DrugRows = 4;
    private const double LastLine = 284;
    private const double MostStretch = 1.3;

    /// <summary>The slips as PDF.</summary>
    /// <param name="form">The register.</param>
    /// <param name="pack">The province's rules, for the answers to tick.</param>
    /// <param name="facility">Whose slips they are, printed on each; null leaves a line.</param>
    /// <param name="numbers">The number of each slip.</param>
    /// <param name="office">The office that keys them back.</param>
    public static byte[] Draw(RegisterForm form, RulePack pack, Facility? facility, IReadOnlyList<int> numbers, Office office)
    {
        using var document = Typography.Document(form.Name + "单");
        var onSheet = HeightOf(form, pack) <= Half ? 2 : 1;
        // A sheet of its own has room to write.
        var stretch = onSheet == 2 ? 1 : Math.Min(MostStretch, (LastLine - HeadHeight - FootHeight) / (HeightOf(form, pack) - HeadHeight - FootHeight));
        foreach (var sheet in numbers.Chunk(onSheet))
        {
            using var page = document.Page(Paper.A4);
            foreach (var (place, number) in sheet.Index())
            {
                DrawSlip(page, form, pack, facility, number, office, place * Half, stretch);
            }

            if (onSheet == 2)
            {
                page.DrawLine(new XPen(XColors.Gray, 0.5) { DashStyle = XDashStyle.Dash }, 0, Paper.Points(Half), Paper.Points(Paper.A4.Width), Paper.Points(Half));
            }
        }

        return document.Bytes();
    }

    private static double HeightOf(RegisterForm form, RulePack pack) => HeadHeight + form.Items.Sum(item => HeightOf(item, pack)) + FootHeight;

    private static double HeightOf(RegisterItem item, RulePack pack) => item.Field == RegisterField.Drugs ? DrugRows * RowHeight
        : Math.Max(RowHeight, 3 + (Typography.Wrap(item.Label, Paper.Points(LabelWidth - 3), LabelSize).Count * LineHeight)) + (pack.WordsOf(item.Field).Count == 0 && IsLong(item.Field) ? 3 : 0);

    private static bool IsLong(RegisterField field) => field is RegisterField.CaseReport or RegisterField.Opinion or RegisterField.Measures or RegisterField.Note;

    private static void DrawSlip(XGraphics page, RegisterForm form, RulePack pack, Facility? facility, int number, Office office, double top, double stretch)
    {
        Typography.Centred(page, form.Name + "单", Paper.Points(Paper.A4.Width / 2), Paper.Points(top + 15), 20, true);
        Write(page, $"编号 {number.ToString("000000", CultureInfo.InvariantCulture)}", 160, top + 14, 14, true);
        if (form.Kind.FacilityName() is { Length: > 0 } word)
        {
            var text = facility is null ? $"{word}：" : $"{word}：{facility.Name}（{facility.District}）";
            Write(page, text, Left, top + 25, Typography.Fit(text, Paper.Points(Width), 13, 8));
            if (facility is null)
            {
                page.DrawLine(new XPen(XColors.Black, 0.5), Paper.Points(Left + 14), Paper.Points(top + 26.5), Paper.Points(Left + 110), Paper.Points(top + 26.5));
            }
        }

        var y = top + HeadHeight;
        foreach (var item in form.Items)
        {
            y += DrawItem(page, item, pack, y, stretch);
        }

        Write(page, "填写人（签名）　　　　　　　　　　年　　月　　日", Left, y + 8, 12);
        var foot = $"只写要填的，没有的空着；不用另开证明。填好交{office.OfficialName}。";
        Write(page, foot, Left, y + 14, Typography.Fit(foot, Paper.Points(Width), 10, 6));
    }

    private static double DrawItem(XGraphics page, RegisterItem item, RulePack pack, double y, double stretch)
    {
        var (height, row) = (HeightOf(item, pack) * stretch, RowHeight * stretch);
        Box(page, Left, y, LabelWidth, height);
        Box(page, Left + LabelWidth, y, Width - LabelWidth, height);
        var lines = Typography.Wrap(item.Label, Paper.Points(LabelWidth - 3), LabelSize);
        var first = y + ((height - (lines.Count * LineHeight)) / 2) + 4.2;
        foreach (var (place, line) in lines.Index())
        {
            Write(page, line, Left + 1.5, first + (place * LineHeight), LabelSize);
        }

        var words = pack.WordsOf(item.Field);
        if (item.Field == RegisterField.Drugs)
        {
            for (var drug = 0; drug < DrugRows; drug++)
            {
                Box(page, Left + LabelWidth, y + (drug * row), Width - LabelWidth, row);
                Write(page, "数量", Left + Width - 32, y + ((drug + 0.5) * row) + 1.8, LabelSize);
            }
        }
        else if (item.Field == RegisterField.Result)
        {
            // Written as it was seen, so that the slip shows no colour to choose.
        }
        else if (words.Count > 0)
        {
            Write(page, string.Join("　　", words.Select(word => "□" + word)), Left + LabelWidth + 3, y + (height / 2) + 2, AnswerSize);
        }

        return height;
    }

    private static void Box(XGraphics page, double x, double y, double width, double height) =>
        page.DrawRectangle(new XPen(XColors.Black, 0.5), Paper.Points(x), Paper.Points(y), Paper.Points(width), Paper.Points(height));

    private static void Write(XGraphics page, string text, double x, double y, double size, bool strong = false) =>
        Typography.Line(page, text, Paper.Points(x), Paper.Points(y), size, strong);
}
