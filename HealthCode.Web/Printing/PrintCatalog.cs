using HealthCode.Web.Printing.Cards;
using HealthCode.Web.Printing.Stickers;

namespace HealthCode.Web.Printing;

/// <summary>打印品目录 — everything that is printed many at a time.</summary>
public static class PrintCatalog
{
    public static IReadOnlyList<ISheetDesign> All { get; } = [.. CardSheet.All, .. StickerSheet.All];

    /// <summary>The papers an office may keep on its shelf.</summary>
    public static IReadOnlyList<string> Stocks { get; } = [.. All.Select(design => design.Product.Stock).Distinct()];

    /// <summary>A product by its code, or null.</summary>
    public static ISheetDesign? Find(string? productCode) => All.FirstOrDefault(design => design.Product.Code == productCode);
}
