using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace HealthCode.Web.Pages.Shared;

/// <summary>Sets a Chinese error message on validation attributes that have none.</summary>
public sealed class ChineseMessages : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>()
                     .Where(attribute => attribute.ErrorMessage is null && attribute.ErrorMessageResourceName is null))
        {
            attribute.ErrorMessage = attribute switch
            {
                RequiredAttribute => "请填写{0}。",
                StringLengthAttribute or MaxLengthAttribute => "{0}太长了：最多 {1} 个字。",
                CompareAttribute => "两次填的不一样，请重新填写。",
                RangeAttribute => "{0}应在 {1} 到 {2} 之间。",
                LineAttribute => null,
                _ => "{0}不对，请核对。",
            };
        }
    }
}
