using HealthCode.Web.Foundation;
using HealthCode.Web.Imports;
using HealthCode.Web.Jobs;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Imports;

/// <summary>一次导入 — progress and result of an import, for the user who uploaded it.</summary>
public sealed class DetailsModel(CurrentUser currentUser, ImportJob imports, ImportFiles files) : OfficePageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public ImportRun Run { get; private set; } = null!;

    public bool HasFaultsFile => System.IO.File.Exists(files.FaultsOf(Run.Id));

    public string Progress => Run.State == ImportState.Applying
        ? $"正在导入，{Run.Done} / {Run.Total} 行……可以先离开，做别的事。"
        : Run.State == ImportState.Reading ? "正在读文件……可以先离开，做别的事。" : "前面还有别的文件，正在排队……可以先离开，做别的事。";

    public void OnGet()
    {
    }

    /// <summary>Progress of the import, polled by the page once a second.</summary>
    public IActionResult OnGetProgress() => new JobProgress(Run.IsOpen, Run.Done, Run.Total, Progress, string.Concat(Run.Remarks)).Answer();

    /// <summary>Downloads the workbook with the marked errors; possible only once.</summary>
    public IActionResult OnGetFaults()
    {
        if (files.Fetch(Id) is { } book)
        {
            return File(book, Workbook.MediaType, ImportFaults.FileName(Run.Name));
        }

        StatusMessage = "标出错误的表已经下载过了，服务器上的已删除。";
        return RedirectToPage("Details", new { Id });
    }

    protected override Task<IActionResult?> LoadAsync()
    {
        if (imports.Find(Id, currentUser.Staff) is not { } run)
        {
            return Task.FromResult<IActionResult?>(Handler == "Progress" ? NotFound() : Missing());
        }

        Run = run;
        return Task.FromResult<IActionResult?>(null);
    }

    private RedirectToPageResult Missing()
    {
        TempData[nameof(StatusMessage)] = "找不到这次导入。程序重新启动过的话，没有做完的导入没有留下任何改动，请再上传一次。";
        return RedirectToPage("Index");
    }
}
