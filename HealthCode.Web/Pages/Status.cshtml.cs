using HealthCode.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages;

/// <summary>The page for HTTP error status codes, e.g. unknown address, invalid antiforgery token, rate limit.</summary>
[IgnoreAntiforgeryToken]
public sealed class StatusModel : PageModel
{
    [BindProperty(SupportsGet = true, Name = "code")]
    public int Code { get; set; }

    /// <summary>What the request was about to do.</summary>
    public string Attempted => Attempt.Of(HttpContext);

    public string Title => Code switch
    {
        400 => "这张表没有收下",
        403 => "这里不归您办",
        404 => "没有这一页",
        405 => "这样打不开",
        409 => "别人先改了",
        413 => "内容太多",
        429 => "请稍等",
        _ => "没有办成",
    };

    public string Sentence => $"“{Attempted}”没有办成。" + Code switch
    {
        400 => OddRequests.Sentence(HttpContext) ?? "提交的内容不完整，或者不是从本系统的页面提交的。请返回上一页，刷新后再提交；已存的草稿还在。",
        403 => "您的角色不能办这件事，什么也没有改。需要时请找系统管理员。",
        404 => "地址不对，或者这份材料不归您的村（社区）管。请从左边的菜单重新进入。",
        405 => "这一页不能这样打开或提交。请从左边的菜单重新进入。",
        409 => "您打开这一页以后，别人已经改过它。请返回上一页，刷新后看一看，再办一次。",
        413 => $"一次提交的内容太多了{(BodyLimits.Passed(HttpContext) is { } limit ? $"，这一页一次最多收 {limit}" : "")}，请删短或缩小后再提交。",
        429 => $"按得太快，这一次没有收下。请等 {(int.TryParse(Response.Headers.RetryAfter, out var seconds) ? seconds : 60)} 秒再试。",
        _ => $"服务器没有办成（{Code}）。请稍后再试。",
    };
}
