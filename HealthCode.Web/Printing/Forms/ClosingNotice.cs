using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Forms;

/// <summary>停止使用公告 — A4 notice in large print, to be posted at the office and the checkpoints.</summary>
public static class ClosingNotice
{
    private const double Left = 22;
    private const double Right = 188;
    private const double Foot = 268;
    private const double Body = 24;
    private const double Smallest = 15;
    private const double LineHeight = 1.55;

    /// <summary>The notice as PDF, one page.</summary>
    /// <param name="office">An office with an end date of the epidemic.</param>
    /// <param name="notice">The official notice it is based on, or null.</param>
    /// <exception cref="ArgumentException">The end date is not set.</exception>
    public static byte[] Draw(Office office, EndNotice? notice)
    {
        if (office.EpidemicEndedOn is not { } ended)
        {
            throw new ArgumentException("the epidemic has not ended", nameof(office));
        }

        using var document = Typography.Document("健康通行卡停止使用公告");
        using (var page = document.Page(Paper.A4))
        {
            Typography.Centred(page, "公　告", Paper.Points(Paper.A4.Width / 2), Paper.Points(42), 48, true);
            Typography.Centred(page, "健康通行卡停止使用", Paper.Points(Paper.A4.Width / 2), Paper.Points(64), 34, true);
            page.DrawLine(new XPen(XColors.Black, 1.2), Paper.Points(Left), Paper.Points(72), Paper.Points(Right), Paper.Points(72));
            Write(page, Lines(office, notice, ended), 88);
            Foots(page, office.OfficialName, Foot);
            Foots(page, ended.Chinese(), Foot + 11);
            Typography.Line(page, "（盖章）", Paper.Points(Left), Paper.Points(Foot), 16);
        }

        return document.Bytes();
    }

    private static string[] Lines(Office office, EndNotice? notice, DateOnly ended) =>
    [
        $"{(notice is null ? "" : $"根据{notice.Citation}，")}新冠肺炎疫情解除。从 {ended.Chinese()} 起：",
        "一、健康通行卡停止使用，不再办理、补打、续办。各关口不再看卡。",
        "二、手里的卡请自己剪碎，或者交回村（居）委会。",
        $"三、您办卡时填的申报表等资料，保存到 {office.KeepsPapersUntil!.Value.Chinese()}，以后全部销毁，不能恢复。在这以前，可以带身份证来看自己的资料，有错的可以要求改正。",
        $"咨询电话 {office.ContactPhone}",
        $"监督电话 {office.SupervisionPhone}",
    ];

    /// <summary>Writes the text in the largest size at which it fits above the foot.</summary>
    private static void Write(XGraphics page, string[] paragraphs, double top)
    {
        var size = Body;
        while (size > Smallest && Height(paragraphs, size) > Foot - 18 - top)
        {
            size -= 0.5;
        }

        var y = top;
        foreach (var paragraph in paragraphs)
        {
            foreach (var line in Typography.Wrap(paragraph, Paper.Points(Right - Left), size))
            {
                Typography.Line(page, line, Paper.Points(Left), Paper.Points(y), size);
                y += Paper.Millimetres(size * LineHeight);
            }

            y += Paper.Millimetres(size * 0.5);
        }
    }

    private static double Height(string[] paragraphs, double size) => paragraphs.Sum(paragraph =>
        Paper.Millimetres(size * ((Typography.Wrap(paragraph, Paper.Points(Right - Left), size).Count * LineHeight) + 0.5)));

    private static void Foots(XGraphics page, string text, double y)
    {
        var size = Typography.Fit(text, Paper.Points(Right - Left - 30), 20, 10);
        Typography.Line(page, text, Paper.Points(Right) - Typography.Width(text, size), Paper.Points(y), size);
    }
}
