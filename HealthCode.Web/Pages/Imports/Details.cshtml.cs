using HealthCode.Web.Imports;
using HealthCode.Web.Jobs;
using HealthCode.Web.Reports;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Imports;

/// <summary>一次导入 — how far it is, and what came of it, for who handed it in.</summary>
public sealed class DetailsModel(Desk desk, ImportRoom room, ImportFiles files) : PageModel
{
    [TempData]
    public string? StatusMessage { get; set; }

    public ImportRun Run { get; private set; } = null!;

    public bool HasFaultsFile => System.IO.File.Exists(files.FaultsOf(Run.Id));

    public string Progress => Run.State == ImportState.Applying
        ? $"正在导入，{Run.Done} / {Run.Total} 行……可以先离开，做别的事。"
        : Run.State == ImportState.Reading ? "正在读文件……可以先离开，做别的事。" : "前面还有别的文件，正在排队……可以先离开，做别的事。";

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.RouteData.Values["id"] is string id && room.Find(Guid.Parse(id), desk.Staff) is { } run)
        {
            Run = run;
            return;
        }

        StatusMessage = "找不到这次导入。程序重新启动过的话，没有做完的导入没有留下任何改动，请再上传一次。";
        context.Result = RedirectToPage("Index");
    }

    public void OnGet()
    {
    }

    /// <summary>How far it is, asked by the page once a second.</summary>
    public IActionResult OnGetProgress() => new JsonResult(new { open = Run.IsOpen, done = Run.Done, of = Run.Total, says = Progress });

    /// <summary>The sheet of faults, once.</summary>
    public IActionResult OnGetFaults()
    {
        if (files.Fetch(Run.Id) is { } book)
        {
            return File(book, Workbook.MediaType, ImportFaults.FileName(Run.Import));
        }

        StatusMessage = "标出错误的表已经下载过了，服务器上的已删除。";
        return RedirectToPage("Details", new { id = Run.Id });
    }
}
