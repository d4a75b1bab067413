using HealthCode.Web.Printing.Cards;
using HealthCode.Web.Printing.Stickers;

namespace HealthCode.Web.Printing;

/// <summary>打印品目录 — all products that can be printed in runs.</summary>
public static class PrintCatalog
{
    public static IReadOnlyList<ISheetDesign> All { get; } = [.. CardSheet.All, .. StickerSheet.All];

    /// <summary>All kinds of paper stock an office may have.</summary>
    public static IReadOnlyList<string> Stocks { get; } = [.. All.Select(design => design.Product.Stock).Distinct()];

    /// <summary>Returns the product with this code, or null.</summary>
    public static ISheetDesign? Find(string? productCode) => All.FirstOrDefault(design => design.Product.Code == productCode);
}
