namespace HealthCode.Web.PrintRuns;

/// <summary>用途建议 — what a product is good for, and for whom it is suggested. A suggestion is a link, never a rule.</summary>
/// <param name="Product">Code of the product.</param>
/// <param name="Use">One sentence for the catalogue.</param>
/// <param name="For">Whom it is suggested for, or null.</param>
/// <param name="Reason">Why it suits them.</param>
public sealed record ProductAdvice(string Product, string Use, CardAudience? For = null, string Reason = "")
{
    /// <summary>One row for each product.</summary>
    public static IReadOnlyList<ProductAdvice> All { get; } =
    [
        new("a6", "一人一张卡纸，最常用，装进证件套挂着看。"),
        new("a5", "同一张卡放大一倍，夹在本子里、贴在家里都看得清。"),
        new("a5-large", "字最大：姓名 26 号以上，有效期 36 号，没有小于 16 号的字。", CardAudience.Elders, "字大，不用戴花镜，门口也一眼看清"),
        new("a4-4", "普通 A4 打印机印 4 张，裁开就是 A6 卡。", CardAudience.Pupils, "一个班按顺序印在一起，裁开就按班发"),
        new("wallet-fold", "身份证大小。打印机不会双面印也行：裁下来对折。"),
        new("wallet-duplex", "身份证大小，双面印，一张 A4 出 8 张，最省纸。", CardAudience.Regulars, "天天带在身上的，装进钱包、卡套不容易丢、不容易折"),
        new("sticker-24-70x37", "纸上 24 格、格子挨着没有边的，选这一种。", CardAudience.Regulars, "卡套外面贴一张，过卡口不用把卡抽出来"),
        new("sticker-24-70x36", "纸上 24 格、上下留一窄边的，选这一种。"),
        new("sticker-21-63x38", "纸上 21 格、格子之间有缝的，选这一种。"),
        new("sticker-18-63x46", "18 格，格子高一些，二维码大一些。"),
        new("sticker-14-99x38", "14 格，最宽，字和二维码都最大，老式扫码枪也好扫。"),
        new("sticker-roll-60x40", "热敏标签机用，来一个人印一张，不用数格子。"),
        new("sticker-roll-50x30", "热敏标签机用的小卷，贴得下手机背面。"),
    ];

    /// <summary>The row of a product.</summary>
    public static ProductAdvice Of(string product) => All.Single(advice => advice.Product == product);
}
